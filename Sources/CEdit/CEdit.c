#define _GNU_SOURCE
#include "CEdit.h"

#if !__has_include(<histedit.h>)
#error "libedit is missing: apt-get install libedit-dev, dnf install libedit-devel, or xcode-select --install"
#endif

#include <errno.h>
#include <histedit.h>
#include <limits.h>
#include <locale.h>
#include <poll.h>
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
  /// What was pasted and is still to be put somewhere, wide; NULL where nothing is.
  wchar_t *clip;
  cedit_completer completer;
  void *context;
  /// Bytes read ahead, so that a paste is not read byte by byte.
  unsigned char ahead[4096];
  size_t aheadStart;
  size_t aheadEnd;
  /// Whether Tab wrote below the line, so that it has to be drawn anew.
  bool showedBelow;
  /// Whether keys are read one by one, and there is no line to be drawn.
  bool readsKeys;
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
    edit->aheadStart = edit->aheadEnd = 0;
    if (interrupted || terminated) return -1;
    if (resized && edit->readsKeys) return -1;
    if (resized) {
      resized = 0;
      el_resize(line);
      el_wset(line, EL_REFRESH);
    }
    if (suspended && !edit->readsKeys) suspend(line);
    ssize_t count = read(STDIN_FILENO, edit->ahead, sizeof edit->ahead);
    if (count == 0) return 0;
    if (count < 0) {
      if (errno == EINTR) continue;
      return 0;
    }
    edit->aheadEnd = (size_t)count;
  }
  *byte = edit->ahead[edit->aheadStart++];
  return 1;
}

/// One character as it comes.
static int rawCharacter(EditLine *line, wchar_t *character) {
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

// MARK: Pastes

// A terminal puts marks round what is pasted. They are looked for before libedit sees them: with vi's keys an escape is a key
// of its own, which no longer could be one if a key began with it.
static const char pasteStart[] = "\x1b[200~";
static const wchar_t pasteEnd[] = L"\x1b[201~";
/// What libedit is told instead; no key gives it.
static const wchar_t pasteKey = 0x99;
/// How long a mark may take once it has begun: a person does not notice it, a line of any speed is faster.
static const int markMilliseconds = 30;

/// Whether so many bytes are there to be read, or come at once.
static bool isUnderWay(cedit *edit, size_t count) {
  if (edit->aheadEnd - edit->aheadStart >= count) return true;
  memmove(edit->ahead, edit->ahead + edit->aheadStart, edit->aheadEnd - edit->aheadStart);
  edit->aheadEnd -= edit->aheadStart;
  edit->aheadStart = 0;
  struct pollfd input = {.fd = STDIN_FILENO, .events = POLLIN};
  if (poll(&input, 1, markMilliseconds) <= 0) return false;
  ssize_t more = read(STDIN_FILENO, edit->ahead + edit->aheadEnd, sizeof edit->ahead - edit->aheadEnd);
  if (more > 0) edit->aheadEnd += (size_t)more;
  return edit->aheadEnd >= count;
}

/// Whether the bytes that come next are those of a mark, which are then taken away; waits for those that are under way.
static bool takeMark(cedit *edit, const char *mark) {
  size_t length = strlen(mark);
  for (size_t index = 0; index < length; index += 1) {
    if (!isUnderWay(edit, index + 1)) return false;
    if (edit->ahead[edit->aheadStart + index] != (unsigned char)mark[index]) return false;
  }
  edit->aheadStart += length;
  return true;
}

/// Reads what is pasted as it is, up to its end; NULL where there is no memory for it.
static wchar_t *readPaste(EditLine *line) {
  size_t capacity = 1024, length = 0;
  const size_t endLength = sizeof pasteEnd / sizeof *pasteEnd - 1;
  wchar_t *text = malloc((capacity + 1) * sizeof *text);
  if (text == NULL) return NULL;
  wchar_t character;
  while (rawCharacter(line, &character) == 1) {
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
  }
  text[length] = L'\0';
  return text;
}

/// One character for libedit, which sees a paste as one key.
static int nextCharacter(EditLine *line, wchar_t *character) {
  cedit *edit = of(line);
  int got = rawCharacter(line, character);
  if (got != 1 || *character != (wchar_t)pasteStart[0] || !takeMark(edit, pasteStart + 1)) return got;
  free(edit->clip);
  edit->clip = readPaste(line);
  *character = pasteKey;
  return 1;
}

/// Puts in what was pasted; more than one line of it ends the reading.
static unsigned char paste(EditLine *line, int key) {
  (void)key;
  cedit *edit = of(line);
  wchar_t *text = edit->clip;
  edit->clip = NULL;
  if (text == NULL) return CC_ERROR;
  if (wcschr(text, L'\n') == NULL) {
    int failed = el_winsertstr(line, text);
    free(text);
    return failed ? CC_ERROR : CC_REFRESH;
  }
  free(edit->pasted);
  edit->pasted = text;
  return CC_NEWLINE;
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

/// Keys of ours, with whatever keys the user has chosen.
static void bindKeys(EditLine *line) {
  const wchar_t paste[] = {pasteKey, L'\0'};
  el_wset(line, EL_BIND, L"^I", L"plan-complete", NULL);
  el_wset(line, EL_BIND, paste, L"plan-paste", NULL);
  // The same where vi's keys are commands.
  el_wset(line, EL_BIND, L"-a", paste, L"plan-paste", NULL);
}

static void bindUsualKeys(EditLine *line) {
  el_wset(line, EL_BIND, L"^R", L"em-inc-search-prev", NULL);
  el_wset(line, EL_BIND, L"\\e[H", L"ed-move-to-beg", NULL);
  el_wset(line, EL_BIND, L"\\e[F", L"ed-move-to-end", NULL);
  el_wset(line, EL_BIND, L"\\e[3~", L"ed-delete-next-char", NULL);
  el_wset(line, EL_BIND, L"\\e[1;5D", L"ed-prev-word", NULL);
  el_wset(line, EL_BIND, L"\\e[1;5C", L"em-next-word", NULL);
}

// MARK: Single keys

void cedit_begin_keys(cedit *edit) {
  el_wset(edit->line, EL_PREP_TERM, 1);
  edit->readsKeys = true;
}

void cedit_end_keys(cedit *edit) {
  edit->readsKeys = false;
  el_wset(edit->line, EL_PREP_TERM, 0);
}

int cedit_key(cedit *edit) {
  static const struct {
    const char *bytes;
    int key;
  } sequences[] = {
    {"[A", CEDIT_KEY_UP}, {"OA", CEDIT_KEY_UP}, {"[B", CEDIT_KEY_DOWN}, {"OB", CEDIT_KEY_DOWN},
    {"[H", CEDIT_KEY_HOME}, {"OH", CEDIT_KEY_HOME}, {"[1~", CEDIT_KEY_HOME},
    {"[F", CEDIT_KEY_END}, {"OF", CEDIT_KEY_END}, {"[4~", CEDIT_KEY_END},
    {"[5~", CEDIT_KEY_PAGE_UP}, {"[6~", CEDIT_KEY_PAGE_DOWN},
  };
  wchar_t character;
  errno = 0;
  int got = rawCharacter(edit->line, &character);
  if (interrupted) {
    interrupted = 0;
    return CEDIT_KEY_ESCAPE;
  }
  if (got != 1 && resized) {
    resized = 0;
    el_resize(edit->line);
    return CEDIT_KEY_RESIZED;
  }
  if (got != 1 || terminated) return CEDIT_KEY_CLOSED;
  if (character != L'\x1b') return (int)character;
  // Alone it is the key; with something behind it the beginning of one.
  if (!isUnderWay(edit, 1)) return CEDIT_KEY_ESCAPE;
  for (size_t index = 0; index < sizeof sequences / sizeof *sequences; index += 1) {
    if (takeMark(edit, sequences[index].bytes)) return sequences[index].key;
  }
  // One that is not known is read to its end.
  bool hasMore = true;
  while (hasMore && rawCharacter(edit->line, &character) == 1) {
    hasMore = (character == L'[' || character == L'O' || (character >= L'0' && character <= L'?')) && isUnderWay(edit, 1);
  }
  return CEDIT_KEY_OTHER;
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
  bindKeys(edit->line);
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
  free(edit->clip);
  free(edit);
}

void cedit_set_completer(cedit *edit, cedit_completer completer, void *context) {
  edit->completer = completer;
  edit->context = context;
}

static void markPastes(bool isOn) {
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
  markPastes(true);
  int count = 0;
  const wchar_t *line = el_wgets(edit->line, &count);
  markPastes(false);
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
