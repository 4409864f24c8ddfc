" Colours for plan files. The lists of words are those of the tables that plans are checked against; a test holds them.
if exists('b:current_syntax') | finish | endif

let s:keywords = 'let fn template for import print add change drop if then else and or not in of where sort group by take show as desc asc'
let s:constants = 'true false none'
let s:blocks = 'plan horizon calendar team skill hire away learn upkeep lend class goal metric initiative work slice mode milestone risk lowered assume otherwise gate reading cancelled health external fallback debt benefit ask decision choice option budget headcount change_freeze guardrail check field except deadline person exchange report paragraph allow deny progress scenario'
let s:functions = 'count sum mean median min max min_by max_by map filter all any first last unique flatten reverse numbers round floor ceiling abs level percent best likely worst working_days calendar_days months_between first_day last_day week month quarter year text join upper lower contains starts_with capacity rice ice wsjf cd3 moscow must_share impact_urgency caution familiar unfamiliar cone at_idea after_design while_building pert_mean pert_deviation payback gain_per_cost net_return net_over exposure worth_waiting people_time attainment cycle_time'

function! s:any(words) abort
  return '\%(' . join(split(a:words), '\|') . '\)'
endfunction

syntax case match
syntax sync fromstart

" Of two that match at a place the one further down wins.
syntax match planPunctuation /[][{}(),:.]/
syntax match planOperator /=>\|->\|==\|!=\|<=\|>=\|??\|\.\.\|[-+*\/<>=@]/
syntax match planWord /\h\w*/
execute 'syntax match planFunction /' . s:any(s:functions) . '(\@=/'
execute 'syntax match planKeyword /' . s:any(s:keywords) . '\>/'
execute 'syntax match planConstant /' . s:any(s:constants) . '\>/'
execute 'syntax match planBlock /\%(^\s*\|[{,]\s*\|\<\%(add\|template\)\s\+\)\@<=' . s:any(s:blocks)
  \ . '\>\%(\s*\%(["{#,}A-Za-z_]\|\\(\|$\)\)\@=/'
syntax match planProperty /\h\w*\%(\s*:\)\@=/
syntax match planNumber /[$€£¥₹]\=\d[0-9_]*\%(\.\d[0-9_]*\)\=[0-9A-Za-z_%]*\%(\/\a\w*\)\=/
syntax match planNumber /\d[0-9_]*\%(\.\d[0-9_]*\)\=[0-9A-Za-z_%]* \u\{3}\w\@!\%(\/\a\w*\)\=/
syntax match planDate /\d[0-9_]\{3}-\%(\d\|[QqWw]\d\)\@=\%(\w\|-\%(\d\|[QqWw]\d\)\@=\)*/
syntax match planComment /#.*$/ contains=@Spell

" What stands in brackets and interpolations begins no block.
syntax cluster planExpression contains=planPunctuation,planOperator,planWord,planFunction,planKeyword,planConstant
syntax cluster planExpression add=planProperty,planNumber,planDate,planComment,planText,planInterpolation
syntax cluster planExpression add=planBrackets,planParentheses,planRecord
syntax region planBrackets matchgroup=planPunctuation start=/\[/ end=/\]/ contains=@planExpression
syntax region planParentheses matchgroup=planPunctuation start=/(/ end=/)/ contains=@planExpression
syntax region planRecord matchgroup=planPunctuation start=/{/ end=/}/ contained contains=@planExpression

syntax match planEscape /\\\%([nt"\\]\|u{\x\+}\)/ contained
syntax region planText start=/"/ end=/"/ end=/$/ contains=planEscape,planInterpolation,@Spell
syntax region planText start=/"""/ end=/"""/ contains=planEscape,planInterpolation,@Spell
syntax region planInterpolation matchgroup=planInterpolationMark start=/\\(/ end=/)/ end=/$/
  \ contains=@planExpression

highlight default link planComment Comment
highlight default link planText String
highlight default link planEscape SpecialChar
highlight default link planInterpolationMark Special
highlight default link planNumber Number
highlight default link planDate Number
highlight default link planConstant Boolean
highlight default link planKeyword Keyword
highlight default link planBlock Structure
highlight default link planProperty Identifier
highlight default link planFunction Function
highlight default link planOperator Operator

let b:current_syntax = 'plan'
