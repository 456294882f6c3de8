/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-sync-error.h"

G_BEGIN_DECLS

/**
 * PzSyncFacts:
 * @is_set_up: the class has a folder on a server
 * @is_running: a synchronisation is under way
 * @is_paused: it is set up, but does nothing by itself
 * @has_failed: the last synchronisation did not come to its end
 * @is_local: what failed is this computer, as in a full disk, not the server; @sentence then tells it
 * @code: why, when @has_failed
 * @sentence: (nullable): the same in words for people, when @has_failed
 * @n_waiting: changes that no listing of the server has shown yet
 * @stored: when everything there was had been seen on the server, ms since 1970 UTC; 0: never
 * @pulled: when everything on the server had been taken in, ms since 1970 UTC; 0: never
 * @n_aside: files on the server that could not be placed
 * @n_incomplete: files on the server that have been incomplete for more than a day
 * @n_refused: whole files on the server that cannot be read
 * @files: (nullable): what the files are that could not be placed or read, each in a line
 * @is_erasing: something that was deleted for good may still be on the server
 * @holds_newer: a newer version wrote something into the class here that this one cannot send
 * @is_read_only: the account may not write
 * @is_full: the server has no room
 * @is_too_new: a newer version wrote to the class
 * @is_clock_wrong: the clocks here and there differ by more than five minutes
 *
 * All that is known of how the class and the server stand, as plain values: what is said about it depends on nothing else.
 */
typedef struct
{
  gboolean is_set_up;
  gboolean is_running;
  gboolean is_paused;
  gboolean has_failed;
  gboolean is_local;
  PzSyncError code;
  char *sentence;
  guint64 n_waiting;
  gint64 stored;
  gint64 pulled;
  guint n_aside;
  guint n_incomplete;
  guint n_refused;
  char *files;
  gboolean is_erasing;
  gboolean holds_newer;
  gboolean is_read_only;
  gboolean is_full;
  gboolean is_too_new;
  gboolean is_clock_wrong;
} PzSyncFacts;

/**
 * PzSyncMood:
 * @PZ_SYNC_FINE: everything is on the server
 * @PZ_SYNC_UNDER_WAY: nothing is wrong, and something waits or moves
 * @PZ_SYNC_NEEDS_HELP: it does not go on without somebody
 *
 * How it stands in one word, for the icon.
 */
typedef enum
{
  PZ_SYNC_FINE,
  PZ_SYNC_UNDER_WAY,
  PZ_SYNC_NEEDS_HELP,
} PzSyncMood;

/**
 * PzSyncHelp:
 * @text: (owned): what happened, what was kept and what to do
 * @label: (nullable): translated, with a mnemonic: the button that helps
 * @action: (nullable): of the window
 *
 * A trouble for which somebody is needed, and the way out.
 */
typedef struct
{
  char *text;
  const char *label;
  const char *action;
} PzSyncHelp;

void        pz_sync_facts_clear      (PzSyncFacts       *self);
gboolean    pz_sync_facts_is_locked  (const PzSyncFacts *self);
PzSyncMood  pz_sync_facts_get_mood   (const PzSyncFacts *self);
const char *pz_sync_facts_get_icon   (const PzSyncFacts *self);
char       *pz_sync_facts_dup_title  (const PzSyncFacts *self);
char       *pz_sync_facts_dup_detail (const PzSyncFacts *self,
                                      gint64             now);
char       *pz_sync_facts_dup_foot   (const PzSyncFacts *self,
                                      gint64             now);
gboolean    pz_sync_facts_find_help  (const PzSyncFacts *self,
                                      PzSyncHelp        *help);
char       *pz_sync_words_dup_moment (gint64             then,
                                      gint64             now);

G_END_DECLS
