" Writes, for every plan in this folder, the syntax group of each byte, lines as in the plan: `planWord planWord - planNumber`.
" Run by VimTests.
syntax on
for s:file in glob('*.plan', 0, 1)
  execute 'edit' s:file
  setfiletype plan
  let s:lines = []
  for s:line in range(1, line('$'))
    let s:names = []
    for s:column in range(1, strlen(getline(s:line)))
      let s:name = synIDattr(synID(s:line, s:column, 1), 'name')
      call add(s:names, s:name ==# '' ? '-' : s:name)
    endfor
    call add(s:lines, join(s:names))
  endfor
  call writefile(s:lines, s:file . '.groups')
endfor
qall!
