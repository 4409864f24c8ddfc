// libedit for Swift: its calls take variable arguments and its line is wide characters, which Swift cannot say. Text goes
// in and out as UTF-8.
#ifndef CEDIT_H
#define CEDIT_H

#include <stdbool.h>
#include <stddef.h>

/// A terminal that lines are read from.
typedef struct cedit cedit;

/// What a reading ended with.
enum cedit_end {
  /// A line, without its end.
  CEDIT_LINE,
  /// Lines that were pasted, with what stood on the line around them.
  CEDIT_PASTE,
  /// Ctrl-D on an empty line, or the terminal has gone.
  CEDIT_CLOSED,
  /// Ctrl-C: the line is given up.
  CEDIT_INTERRUPTED,
};

/// Asks what may stand at the cursor, for Tab; called while a line is read.
typedef void (*cedit_completer)(void *context, cedit *edit);

/// Begins to read from standard input and to write to standard output; `NULL` where they are no terminal.
cedit *cedit_open(const char *program);
/// Gives the terminal back as it was.
void cedit_close(cedit *edit);

void cedit_set_completer(cedit *edit, cedit_completer completer, void *context);

/// Reads one line. `prefill` stands on it at the beginning, as if it were typed. The text belongs to `edit` and holds until
/// the next reading.
enum cedit_end cedit_read(cedit *edit, const char *prompt, const char *prefill);
const char *cedit_text(const cedit *edit);

/// An entry for the history, newest last.
void cedit_remember(cedit *edit, const char *entry);

/// What stands on the line before the cursor; holds until the next call. Only while a line is read.
const char *cedit_before_cursor(cedit *edit);
void cedit_insert(cedit *edit, const char *text);
/// Takes so many characters before the cursor away.
void cedit_delete_before(cedit *edit, int count);
/// Writes below the line, which is then shown again.
void cedit_show_below(cedit *edit, const char *text);

/// Keys that are no character; characters are their code points.
#define CEDIT_KEY_CLOSED (-1)
#define CEDIT_KEY_OTHER (-2)
#define CEDIT_KEY_RESIZED (-3)
#define CEDIT_KEY_ESCAPE (-4)
#define CEDIT_KEY_UP (-5)
#define CEDIT_KEY_DOWN (-6)
#define CEDIT_KEY_HOME (-7)
#define CEDIT_KEY_END (-8)
#define CEDIT_KEY_PAGE_UP (-9)
#define CEDIT_KEY_PAGE_DOWN (-10)

/// From here on keys are read one by one and nothing is shown, until the end is said. Not while a line is read.
void cedit_begin_keys(cedit *edit);
void cedit_end_keys(cedit *edit);
/// Waits for a key. Ctrl-C is CEDIT_KEY_ESCAPE and is forgotten.
int cedit_key(cedit *edit);

/// From now on Ctrl-C is noted instead of ending the program, as often as it comes; reading is interrupted by it.
void cedit_catch_interrupts(void);
/// Whether there was one since it was last forgotten; safe to ask from any thread.
bool cedit_was_interrupted(void);
void cedit_forget_interrupt(void);
/// Whether somebody wants the program to end.
bool cedit_was_terminated(void);

#endif
