/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sync-facts.h"

#include "pz-day-words.h"
#include "pz-sync-words.h"

#include <glib/gi18n-lib.h>

#define MINUTE_MS (G_GINT64_CONSTANT (60) * 1000)
#define HOUR_MS (60 * MINUTE_MS)
#define DAY_MS (24 * HOUR_MS)

/* Moments that lie closer together are said once. */
#define SAME_MS (2 * MINUTE_MS)

/* What helps against a trouble; the words of the trouble itself come from the one table of synchronisation. */
static const struct
{
  PzSyncError code;
  const char *kept;   /* what was kept, what to do */
  const char *label;
  const char *action;
} helps[] = {
  { PZ_SYNC_ERROR_SIGN_IN, N_("What you change is kept on this computer."), N_("_Sign In…"), "win.sync-sign-in" },
  { PZ_SYNC_ERROR_PASSPHRASE, N_("Without it nothing is sent or received. What you change is kept on this computer."),
    N_("_Enter Passphrase…"), "win.sync-passphrase" },
  { PZ_SYNC_ERROR_NOT_FOUND, N_("Upload the class again, or choose the folder it is in now."), N_("_Upload Again…"),
    "win.sync-set-up" },
  { PZ_SYNC_ERROR_OTHER_CLASS, N_("Choose the folder the class is in now, or upload the class again to a new one."),
    N_("_Choose Folder…"), "win.sync-set-up" },
  { PZ_SYNC_ERROR_NOT_THE_SERVER, N_("Open any page in your browser to sign in. What you change is kept on this computer."),
    N_("_Try Again"), "win.sync-now" },
  { PZ_SYNC_ERROR_CERTIFICATE, N_("Nothing was sent. What you change is kept on this computer."), N_("_Details…"),
    "win.sync-settings" },
  { PZ_SYNC_ERROR_FULL, N_("Receiving goes on. Ask those who run the server for more room."), N_("_Try Again"), "win.sync-now" },
  { PZ_SYNC_ERROR_TOO_NEW, N_("Everything on this computer is kept."), NULL, NULL },
  { PZ_SYNC_ERROR_READ_ONLY, N_("You go on receiving what others change."), N_("_Details…"), "win.sync-settings" },
};

/* What is wrong, if anything: a failure, or what a synchronisation that came to its end had to say. */
static gboolean
find_code (const PzSyncFacts *self,
           PzSyncError       *code)
{
  if (!self->is_set_up)
    return FALSE;
  if (self->has_failed)
    *code = self->code;
  else if (self->is_too_new)
    *code = PZ_SYNC_ERROR_TOO_NEW;
  else if (self->is_full)
    *code = PZ_SYNC_ERROR_FULL;
  else if (self->is_read_only)
    *code = PZ_SYNC_ERROR_READ_ONLY;
  else
    return FALSE;
  return TRUE;
}

static guint
count_waiting (const PzSyncFacts *self)
{
  return (guint) MIN (self->n_waiting, G_MAXUINT);
}

static char *
dup_waiting (const PzSyncFacts *self)
{
  guint n = count_waiting (self);

  return g_strdup_printf (ngettext ("%u change waits here.", "%u changes wait here.", n), n);
}

/**
 * pz_sync_words_dup_moment:
 * @then: ms since 1970 UTC
 * @now: the same
 *
 * Returns: (transfer full): when that was, as in "2 minutes ago" or "Yesterday, 14:02"
 */
char *
pz_sync_words_dup_moment (gint64 then,
                          gint64 now)
{
  guint minutes = (guint) (MAX (now - then, 0) / MINUTE_MS);
  g_autoptr(GDateTime) moment = NULL;
  g_autoptr(GDateTime) present = NULL;
  g_autofree char *day = NULL;
  g_autofree char *time = NULL;
  GDate date, today;

  if (now - then < MINUTE_MS)
    return g_strdup (C_("moment", "just now"));
  if (now - then < HOUR_MS)
    return g_strdup_printf (ngettext ("%u minute ago", "%u minutes ago", minutes), minutes);
  moment = g_date_time_new_from_unix_local (then / 1000);
  present = g_date_time_new_from_unix_local (now / 1000);
  g_date_clear (&date, 1);
  g_date_clear (&today, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (moment), (GDateMonth) g_date_time_get_month (moment),
                  (GDateYear) g_date_time_get_year (moment));
  g_date_set_dmy (&today, (GDateDay) g_date_time_get_day_of_month (present), (GDateMonth) g_date_time_get_month (present),
                  (GDateYear) g_date_time_get_year (present));
  day = pz_day_words (&date, &today);
  time = g_date_time_format (moment, "%H:%M");
  /* Translators: a moment: %1$s is a day, as in “Yesterday”, %2$s a time, as in “14:02” */
  return g_strdup_printf (C_("moment", "%1$s, %2$s"), day, time);
}

/**
 * pz_sync_facts_clear:
 * @self: facts
 *
 * Frees what they hold and forgets them.
 */
void
pz_sync_facts_clear (PzSyncFacts *self)
{
  g_return_if_fail (self != NULL);

  g_free (self->sentence);
  g_free (self->files);
  *self = (PzSyncFacts) { 0 };
}

/**
 * pz_sync_facts_is_locked:
 * @self: facts
 *
 * Returns: whether nothing goes on before somebody enters the passphrase
 */
gboolean
pz_sync_facts_is_locked (const PzSyncFacts *self)
{
  PzSyncError code;

  g_return_val_if_fail (self != NULL, FALSE);
  return find_code (self, &code) && code == PZ_SYNC_ERROR_PASSPHRASE;
}

/**
 * pz_sync_facts_get_mood:
 * @self: facts
 *
 * Returns: how it stands. "Fine" only when a listing has shown that everything is on the server
 */
PzSyncMood
pz_sync_facts_get_mood (const PzSyncFacts *self)
{
  PzSyncError code;

  g_return_val_if_fail (self != NULL, PZ_SYNC_FINE);

  if (find_code (self, &code))
    return code == PZ_SYNC_ERROR_OFFLINE ? PZ_SYNC_UNDER_WAY : PZ_SYNC_NEEDS_HELP;
  if (self->is_set_up && (self->n_aside > 0 || self->n_incomplete > 0 || self->n_refused > 0))
    return PZ_SYNC_NEEDS_HELP;
  return self->is_set_up && self->stored > 0 && self->n_waiting == 0 ? PZ_SYNC_FINE : PZ_SYNC_UNDER_WAY;
}

/**
 * pz_sync_facts_get_icon:
 * @self: facts
 *
 * Returns: the name of the icon of the mood
 */
const char *
pz_sync_facts_get_icon (const PzSyncFacts *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  switch (pz_sync_facts_get_mood (self))
    {
    case PZ_SYNC_FINE:
      return "emblem-ok-symbolic";
    case PZ_SYNC_NEEDS_HELP:
      return "dialog-warning-symbolic";
    case PZ_SYNC_UNDER_WAY:
    default:
      return "view-refresh-symbolic";
    }
}

/**
 * pz_sync_facts_dup_title:
 * @self: facts
 *
 * Returns: (transfer full): how it stands, in a line
 */
char *
pz_sync_facts_dup_title (const PzSyncFacts *self)
{
  PzSyncError code;

  g_return_val_if_fail (self != NULL, NULL);

  if (!self->is_set_up)
    return g_strdup (_("This class is on this computer only"));
  if (self->is_running)
    return g_strdup (_("Synchronising…"));
  if (self->has_failed && self->is_local && self->sentence != NULL)
    return g_strdup (self->sentence);
  if (find_code (self, &code))
    return pz_sync_words_dup_status (code, count_waiting (self));
  if (self->n_waiting > 0)
    return dup_waiting (self);
  if (self->is_paused)
    return g_strdup (_("Synchronisation is paused"));
  return g_strdup (self->stored > 0 ? _("All changes stored on the server") : _("Not synchronised yet"));
}

/* Both directions when one of them is behind: changes may go out and none come in, or the other way round. */
static char *
dup_moments (const PzSyncFacts *self,
             gint64             now)
{
  g_autofree char *stored = self->stored > 0 ? pz_sync_words_dup_moment (self->stored, now) : g_strdup (C_("moment", "never"));
  g_autofree char *pulled = self->pulled > 0 ? pz_sync_words_dup_moment (self->pulled, now) : g_strdup (C_("moment", "never"));

  if (ABS (self->stored - self->pulled) >= SAME_MS)
    /* Translators: %1$s is when all changes were last seen on the server, %2$s when all changes of others were last
     * taken in, both as in “2 minutes ago” or “Yesterday, 14:02” */
    return g_strdup_printf (_("Last stored on the server: %1$s. Last received: %2$s."), stored, pulled);
  /* Translators: %s is a moment, as in “2 minutes ago” or “Yesterday, 14:02” */
  return g_strdup_printf (_("Last synchronised: %s"), MAX (self->stored, self->pulled) == self->stored ? stored : pulled);
}

/* @text grows by a sentence. */
static void
add_sentence (GString    *text,
              const char *sentence)
{
  if (text->len > 0)
    g_string_append_c (text, '\n');
  g_string_append (text, sentence);
}

/* what is odd on the server */
static void
add_files (const PzSyncFacts *self,
           GString           *text)
{
  if (self->n_incomplete > 0)
    {
      g_autofree char *line = g_strdup_printf (ngettext ("%u file of another device is incomplete; it will be sent again.",
                                                         "%u files of other devices are incomplete; they will be sent again.",
                                                         self->n_incomplete), self->n_incomplete);
      add_sentence (text, line);
    }
  if (self->n_aside > 0)
    {
      g_autofree char *line = g_strdup_printf (ngettext ("%u file could not be placed; it stays on the server.",
                                                         "%u files could not be placed; they stay on the server.",
                                                         self->n_aside), self->n_aside);
      add_sentence (text, line);
    }
  if (self->n_refused > 0)
    {
      g_autofree char *line
        = g_strdup_printf (ngettext ("%u file is damaged, or was changed by somebody without the key; it is not used.",
                                     "%u files are damaged, or were changed by somebody without the key; they are not used.",
                                     self->n_refused), self->n_refused);
      add_sentence (text, line);
    }
}

/**
 * pz_sync_facts_dup_detail:
 * @self: facts
 * @now: ms since 1970 UTC
 *
 * Returns: (transfer full): what stands below the title: the reason, the last times, and what is odd on the server
 */
char *
pz_sync_facts_dup_detail (const PzSyncFacts *self,
                          gint64             now)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autofree char *title = NULL;
  g_autofree char *moments = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  title = pz_sync_facts_dup_title (self);
  if (!self->is_set_up)
    return g_strdup (_("Put it on a server of your school to use it on other devices and with colleagues."));
  if (self->has_failed && !self->is_local && self->sentence != NULL && !self->is_running
      && !g_str_has_prefix (title, self->sentence)) /* often the title is the reason */
    add_sentence (text, self->sentence);
  if (pz_sync_facts_is_locked (self) && !self->is_running) /* the title asks for it */
    add_sentence (text, _("Without it nothing is sent or received. What you change is kept on this computer."));
  moments = dup_moments (self, now);
  add_sentence (text, moments);
  if (self->is_clock_wrong)
    add_sentence (text, _("Check this computer’s clock: it differs from the server’s by more than five minutes."));
  add_files (self, text);
  if (self->holds_newer)
    add_sentence (text, _("A newer version of Personalize wrote something into the class on this computer. Your changes are sent, "
                          "but the server cannot be tidied from here: update Personalize."));
  if (self->is_erasing)
    add_sentence (text, _("Something of what was deleted for good may still be on the server; it goes in one of the next "
                          "synchronisations."));
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * pz_sync_facts_dup_foot:
 * @self: facts
 * @now: ms since 1970 UTC
 *
 * Returns: (transfer full) (nullable): how it stands, for the foot of the side bar; %NULL when the class is on no server
 */
char *
pz_sync_facts_dup_foot (const PzSyncFacts *self,
                        gint64             now)
{
  g_autofree char *moment = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  if (!self->is_set_up)
    return NULL;
  if (pz_sync_facts_is_locked (self) && !self->is_running)
    /* Translators: at the foot of the side bar; a bar above says that the passphrase is missing */
    return g_strdup (C_("saved", "Synchronisation is locked"));
  if (self->is_running || self->stored == 0 || pz_sync_facts_get_mood (self) != PZ_SYNC_FINE)
    return pz_sync_facts_dup_title (self);
  moment = pz_sync_words_dup_moment (self->stored, now);
  /* Translators: at the foot of the side bar, below “Saved”; %s is a moment, as in “4 minutes ago” or “Yesterday, 14:02” */
  return g_strdup_printf (C_("saved", "Synced %s"), moment);
}

/**
 * pz_sync_facts_find_help:
 * @self: facts
 * @help: (out caller-allocates): what to say and to offer; @text is to be freed
 *
 * Whether somebody is needed. To be without a network needs nobody.
 *
 * Returns: %FALSE when it goes on by itself
 */
gboolean
pz_sync_facts_find_help (const PzSyncFacts *self,
                         PzSyncHelp        *help)
{
  PzSyncError code;

  g_return_val_if_fail (self != NULL && help != NULL, FALSE);

  *help = (PzSyncHelp) { NULL };
  if (find_code (self, &code))
    for (gsize i = 0; i < G_N_ELEMENTS (helps); i++)
      if (helps[i].code == code)
        {
          g_autofree char *status = pz_sync_words_dup_status (code, count_waiting (self));

          /* Translators: two sentences about synchronisation: %1$s what happened, %2$s what was kept and what to do */
          help->text = g_strdup_printf (C_("sync", "%1$s %2$s"), status, _(helps[i].kept));
          help->label = helps[i].label != NULL ? _(helps[i].label) : NULL;
          help->action = helps[i].action;
          return TRUE;
        }
  if (!self->is_set_up || !self->is_clock_wrong)
    return FALSE;
  help->text = g_strdup (_("Check this computer’s clock: it differs from the server’s by more than five minutes. Nothing is lost."));
  return TRUE;
}
