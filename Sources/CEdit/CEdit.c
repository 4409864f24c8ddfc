#define _GNU_SOURCE
#include "CEdit.h"

#include <errno.h>
#include <histedit.h>
#include <limits.h>
#include <locale.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

struct cedit {
  EditLine *line;
  HistoryW *history;
  wchar_t *prompt;
  /// What was read last, and what stands before the cursor.
  char *text;
  char *before;
  /// What a paste with several lines has left, wide; NULL where there was none.
  wchar_t *pasted;
  cedit_completer completer;
  void *context;
  /// Bytes read ahead, so that a paste is not read byte by byte.
  unsigned char ahead[4096];
  size_t aheadStart;
  size_t aheadEnd;
  bool marksPastes;
  /// Whether Tab wrote below the line, so that it has to be drawn anew.
  bool showedBelow;
};

// MARK: Signals

static volatile sig_atomic_t interrupted;
static volatile sig_atomic_t terminated;
static volatile sig_atomic_t resized;
static volatile sig_atomic_t suspended;

static void note(int number) {
  switch (number) {
  case SIGINT: interrupted = 1; break;
  case SIGWINCH: resized = 1; break;
  case SIGTSTP: suspended = 1; break;
  default: terminated = 1; break;
  }
}

static void catch(int number) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = note;
  sigemptyset(&action.sa_mask);
  // No SA_RESTART: a reading that waits has to see the signal.
  action.sa_flags = 0;
  sigaction(number, &action, NULL);
}

void cedit_catch_interrupts(void) {
  catch(SIGINT);
  sigset_t interrupt;
  sigemptyset(&interrupt);
  sigaddset(&interrupt, SIGINT);
  // Whoever starts the program from a thread that holds signals back hands that down.
  pthread_sigmask(SIG_UNBLOCK, &interrupt, NULL);
}

bool cedit_was_interrupted(void) { return interrupted != 0; }
void cedit_forget_interrupt(void) { interrupted = 0; }
bool cedit_was_terminated(void) { return terminated != 0; }

// MARK: Text

static wchar_t *wide(const char *text) {
  size_t length = strlen(text);
  wchar_t *result = calloc(length + 1, sizeof *result);
  if (result == NULL) return NULL;
  mbstate_t state;
  memset(&state, 0, sizeof state);
  size_t used = 0;
  for (size_t offset = 0; offset < length;) {
    wchar_t character;
    size_t count = mbrtowc(&character, text + offset, length - offset, &state);
    if (count == (size_t)-1 || count == (size_t)-2 || count == 0) {
      character = 0xFFFD;
      count = 1;
      memset(&state, 0, sizeof state);
    }
    result[used++] = character;
    offset += count;
  }
  return result;
}

static char *narrow(const wchar_t *text, size_t length) {
  char *result = malloc(length * MB_LEN_MAX + 1);
  if (result == NULL) return NULL;
  mbstate_t state;
  memset(&state, 0, sizeof state);
  size_t used = 0;
  for (size_t index = 0; index < length; index += 1) {
    size_t count = wcrtomb(result + used, text[index], &state);
    if (count == (size_t)-1) {
      result[used] = '?';
      count = 1;
      memset(&state, 0, sizeof state);
    }
    used += count;
  }
  result[used] = '\0';
  return result;
}

static void replace(char **place, char *text) {
  free(*place);
  *place = text;
}

// MARK: Reading characters

static cedit *of(EditLine *line) {
  void *data = NULL;
  el_wget(line, EL_CLIENTDATA, &data);
  return data;
}

static wchar_t *prompt(EditLine *line) {
  static wchar_t none[] = L"";
  cedit *edit = of(line);
  return edit->prompt == NULL ? none : edit->prompt;
}

static void suspend(EditLine *line) {
  suspended = 0;
  el_wset(line, EL_PREP_TERM, 0);
  signal(SIGTSTP, SIG_DFL);
  raise(SIGTSTP);
  // Here again once somebody says `fg`.
  catch(SIGTSTP);
  el_wset(line, EL_PREP_TERM, 1);
  el_wset(line, EL_REFRESH);
}

/// One byte: 1, 0 at the end, −1 where a signal ends the reading.
static int nextByte(EditLine *line, cedit *edit, unsigned char *byte) {
  while (edit->aheadStart == edit->aheadEnd) {
    if (interrupted || terminated) return -1;
    if (resized) {
      resized = 0;
      el_resize(line);
      el_wset(line, EL_REFRESH);
    }
    if (suspended) suspend(line);
    ssize_t count = read(STDIN_FILENO, edit->ahead, sizeof edit->ahead);
    if (count == 0) return 0;
    if (count < 0) {
      if (errno == EINTR) continue;
      return 0;
    }
    edit->aheadStart = 0;
    edit->aheadEnd = (size_t)count;
  }
  *byte = edit->ahead[edit->aheadStart++];
  return 1;
}

static int nextCharacter(EditLine *line, wchar_t *character) {
  cedit *edit = of(line);
  unsigned char byte;
  int got = nextByte(line, edit, &byte);
  if (got <= 0) {
    errno = EINTR;
    return got;
  }
  int more = byte < 0x80 ? 0 : byte < 0xC0 ? -1 : byte < 0xE0 ? 1 : byte < 0xF0 ? 2 : byte < 0xF8 ? 3 : -1;
  wchar_t value = more <= 0 ? byte : byte & (0x3F >> more);
  for (int index = 0; index < more; index += 1) {
    got = nextByte(line, edit, &byte);
    if (got <= 0) return got;
    if ((byte & 0xC0) != 0x80) {
      // Begins another character.
      edit->aheadStart -= 1;
      more = -1;
      break;
    }
    value = (value << 6) | (byte & 0x3F);
  }
  *character = more < 0 || value > 0x10FFFF ? 0xFFFD : value;
  return 1;
}

// MARK: Keys

static unsigned char complete(EditLine *line, int key) {
  (void)key;
  cedit *edit = of(line);
  if (edit->completer == NULL) return CC_ERROR;
  edit->showedBelow = false;
  edit->completer(edit->context, edit);
  return edit->showedBelow ? CC_REDISPLAY : CC_REFRESH;
}

static const wchar_t pasteEnd[] = L"\x1b[201~";

/// Takes in what is pasted as it is; more than one line of it ends the reading.
static unsigned char paste(EditLine *line, int key) {
  (void)key;
  cedit *edit = of(line);
  size_t capacity = 1024, length = 0;
  const size_t endLength = sizeof pasteEnd / sizeof *pasteEnd - 1;
  wchar_t *text = malloc((capacity + 1) * sizeof *text);
  if (text == NULL) return CC_ERROR;
  wchar_t character;
  bool hasLines = false;
  while (nextCharacter(line, &character) == 1) {
    if (length == capacity) {
      capacity *= 2;
      wchar_t *larger = realloc(text, (capacity + 1) * sizeof *text);
      if (larger == NULL) break;
      text = larger;
    }
    // Terminals send a carriage return for every line end.
    if (character == L'\r') character = L'\n';
    text[length++] = character;
    if (length >= endLength && wmemcmp(text + length - endLength, pasteEnd, endLength) == 0) {
      length -= endLength;
      break;
    }
    hasLines = hasLines || character == L'\n';
  }
  text[length] = L'\0';
  if (!hasLines) {
    int failed = el_winsertstr(line, text);
    free(text);
    return failed ? CC_ERROR : CC_REFRESH;
  }
  free(edit->pasted);
  edit->pasted = text;
  return CC_NEWLINE;
}

/// Whether pastes are marked: not with vi's keys, whose escape would be taken for the beginning of a mark.
static bool bindKeys(EditLine *line) {
  el_wset(line, EL_BIND, L"^I", L"plan-complete", NULL);
  const wchar_t *editor = NULL;
  el_wget(line, EL_EDITOR, &editor);
  if (editor != NULL && wcscmp(editor, L"vi") == 0) return false;
  el_wset(line, EL_BIND, L"\\e[200~", L"plan-paste", NULL);
  return true;
}

static void bindUsualKeys(EditLine *line) {
  el_wset(line, EL_BIND, L"^R", L"em-inc-search-prev", NULL);
  el_wset(line, EL_BIND, L"\\e[H", L"ed-move-to-beg", NULL);
  el_wset(line, EL_BIND, L"\\e[F", L"ed-move-to-end", NULL);
  el_wset(line, EL_BIND, L"\\e[3~", L"ed-delete-next-char", NULL);
  el_wset(line, EL_BIND, L"\\e[1;5D", L"ed-prev-word", NULL);
  el_wset(line, EL_BIND, L"\\e[1;5C", L"em-next-word", NULL);
}

// MARK: Reading lines

cedit *cedit_open(const char *program) {
  if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) return NULL;
  // Characters only: no other part of a locale may reach what is written.
  setlocale(LC_CTYPE, "");
  if (MB_CUR_MAX == 1) setlocale(LC_CTYPE, "C.UTF-8");
  cedit *edit = calloc(1, sizeof *edit);
  if (edit == NULL) return NULL;
  edit->line = el_init(program, stdin, stdout, stderr);
  if (edit->line == NULL) {
    free(edit);
    return NULL;
  }
  el_wset(edit->line, EL_CLIENTDATA, edit);
  el_wset(edit->line, EL_PROMPT, prompt);
  el_wset(edit->line, EL_GETCFN, nextCharacter);
  el_wset(edit->line, EL_EDITOR, L"emacs");
  el_wset(edit->line, EL_ADDFN, L"plan-complete", L"Completes a word", complete);
  el_wset(edit->line, EL_ADDFN, L"plan-paste", L"Takes in what is pasted", paste);
  bindUsualKeys(edit->line);
  edit->history = history_winit();
  if (edit->history != NULL) {
    HistEventW event;
    history_w(edit->history, &event, H_SETSIZE, 10000);
    history_w(edit->history, &event, H_SETUNIQUE, 1);
    el_wset(edit->line, EL_HIST, history_w, edit->history);
  }
  // The user's own keys; `bind -v` in there begins anew, so ours come behind it.
  el_source(edit->line, NULL);
  edit->marksPastes = bindKeys(edit->line);
  catch(SIGWINCH);
  catch(SIGTSTP);
  catch(SIGTERM);
  catch(SIGHUP);
  return edit;
}

void cedit_close(cedit *edit) {
  if (edit == NULL) return;
  if (edit->history != NULL) history_wend(edit->history);
  el_end(edit->line);
  free(edit->prompt);
  free(edit->text);
  free(edit->before);
  free(edit->pasted);
  free(edit);
}

void cedit_set_completer(cedit *edit, cedit_completer completer, void *context) {
  edit->completer = completer;
  edit->context = context;
}

static void markPastes(const cedit *edit, bool isOn) {
  if (!edit->marksPastes) return;
  fputs(isOn ? "\x1b[?2004h" : "\x1b[?2004l", stdout);
  fflush(stdout);
}

enum cedit_end cedit_read(cedit *edit, const char *promptText, const char *prefill) {
  free(edit->prompt);
  edit->prompt = wide(promptText);
  free(edit->pasted);
  edit->pasted = NULL;
  replace(&edit->text, NULL);
  if (*prefill != '\0') {
    wchar_t *text = wide(prefill);
    if (text != NULL) el_wpush(edit->line, text);
    free(text);
  }
  markPastes(edit, true);
  int count = 0;
  const wchar_t *line = el_wgets(edit->line, &count);
  markPastes(edit, false);
  if (interrupted) return CEDIT_INTERRUPTED;
  if (edit->pasted == NULL) {
    if (line == NULL || count < 0) return CEDIT_CLOSED;
    while (count > 0 && line[count - 1] == L'\n') count -= 1;
    replace(&edit->text, narrow(line, (size_t)count));
    return edit->text == NULL ? CEDIT_CLOSED : CEDIT_LINE;
  }
  // What was pasted stands where the cursor was.
  const LineInfoW *info = el_wline(edit->line);
  size_t before = (size_t)(info->cursor - info->buffer);
  size_t after = (size_t)(info->lastchar - info->cursor);
  size_t middle = wcslen(edit->pasted);
  wchar_t *whole = calloc(before + middle + after + 1, sizeof *whole);
  if (whole == NULL) return CEDIT_CLOSED;
  wmemcpy(whole, info->buffer, before);
  wmemcpy(whole + before, edit->pasted, middle);
  wmemcpy(whole + before + middle, info->cursor, after);
  replace(&edit->text, narrow(whole, before + middle + after));
  free(whole);
  fputs("\r\n", stdout);
  fflush(stdout);
  return edit->text == NULL ? CEDIT_CLOSED : CEDIT_PASTE;
}

const char *cedit_text(const cedit *edit) { return edit->text == NULL ? "" : edit->text; }

void cedit_remember(cedit *edit, const char *entry) {
  if (edit->history == NULL) return;
  wchar_t *text = wide(entry);
  if (text == NULL) return;
  HistEventW event;
  history_w(edit->history, &event, H_ENTER, text);
  free(text);
}

const char *cedit_before_cursor(cedit *edit) {
  const LineInfoW *info = el_wline(edit->line);
  replace(&edit->before, narrow(info->buffer, (size_t)(info->cursor - info->buffer)));
  return edit->before == NULL ? "" : edit->before;
}

void cedit_insert(cedit *edit, const char *text) {
  wchar_t *characters = wide(text);
  if (characters != NULL) el_winsertstr(edit->line, characters);
  free(characters);
}

void cedit_delete_before(cedit *edit, int count) { el_deletestr(edit->line, count); }

void cedit_show_below(cedit *edit, const char *text) {
  edit->showedBelow = true;
  fputs("\r\n", stdout);
  fputs(text, stdout);
  fflush(stdout);
}
