/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-session-private.h"

#include <glib/gi18n-lib.h>

/* How long closing waits for a class that is being opened because something was written to it, ms. */
#define OPENING_MS 20000

/* A save under way. */
typedef struct
{
  PzQuickSession *session;
  PzQuickLine *line;
} Saving;

static void
saving_free (Saving *saving)
{
  g_object_unref (saving->session);
  g_object_unref (saving->line);
  g_free (saving);
}
G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, saving_free)

/**
 * pz_quick_class_free:
 */
void
pz_quick_class_free (PzQuickClass *self)
{
  if (self->opening != NULL)
    g_signal_handlers_disconnect_by_data (self->opening, self);
  g_clear_object (&self->opening);
  g_clear_object (&self->classroom);
  g_ptr_array_unref (self->waiting);
  g_free (self->id);
  g_free (self);
}

static const char *
get_class_id (PzQuickLine *line)
{
  return pz_quick_line_get_reading (line)->learner->class_id;
}

/* ---- saving ---- */

/* What could not be written before was part of this save. */
static void
mark_rest_saved (PzQuickSession *self,
                 const char     *class_id)
{
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->lines)); i++)
    {
      g_autoptr(PzQuickLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      if (pz_quick_line_get_state (line) == PZ_QUICK_LINE_UNSAVED && g_strcmp0 (get_class_id (line), class_id) == 0)
        pz_quick_line_set_state (line, PZ_QUICK_LINE_SAVED, NULL);
    }
}

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(Saving) saving = user_data;
  PzQuickSession *self = saving->session;
  PzQuickLine *line = saving->line;
  gboolean is_back = pz_quick_line_get_state (line) == PZ_QUICK_LINE_TAKEN_BACK;
  g_autofree char *words = pz_quick_session_dup_shown_line (self, pz_quick_line_get_reading (line), FALSE);
  g_autofree char *said = NULL;
  g_autoptr(GError) error = NULL;

  if (!pz_classroom_save_finish (PZ_CLASSROOM (source), result, &error))
    {
      pz_quick_line_set_state (line, is_back ? PZ_QUICK_LINE_TAKEN_BACK : PZ_QUICK_LINE_UNSAVED, error->message);
      /* Translators: %s says why */
      said = g_strdup_printf (_("Not saved yet: %s"), error->message);
      pz_quick_session_say (self, said);
      return;
    }
  pz_quick_line_set_state (line, is_back ? PZ_QUICK_LINE_TAKEN_BACK : PZ_QUICK_LINE_SAVED, NULL);
  mark_rest_saved (self, get_class_id (line));
  /* Translators: for a screen reader; %s is an entry that was taken back, with the name of the learner */
  said = g_strdup_printf (is_back ? C_ ("quick entry", "Taken back: %s")
                                  /* Translators: for a screen reader; %s is an entry, with the name of the learner */
                                  : C_ ("quick entry", "Saved: %s"), words);
  pz_quick_session_say (self, said);
  if (!g_cancellable_is_cancelled (self->cancellable))
    pz_quick_session_read_again (self, get_class_id (line), pz_quick_line_get_reading (line)->learner->id);
}

static void
save (PzQuickSession *self,
      PzQuickLine    *line,
      PzClassroom    *classroom)
{
  Saving *saving = g_new0 (Saving, 1);
  gboolean is_back = pz_quick_line_get_state (line) == PZ_QUICK_LINE_TAKEN_BACK;

  saving->session = g_object_ref (self);
  saving->line = g_object_ref (line);
  pz_classroom_save_async (classroom, pz_quick_what_get_label (pz_quick_line_get_reading (line)->what, is_back), NULL,
                           saved_cb, saving);
}

/* ---- writing ---- */

static gboolean
write_line (PzQuickSession  *self,
            PzQuickLine     *line,
            PzClassroom     *classroom,
            GError         **error)
{
  PzQuickReading *reading = pz_quick_line_get_reading (line);
  PzQuickWritten *written = pz_quick_write (classroom, reading, error);

  if (written == NULL)
    return FALSE;
  pz_quick_line_set_written (line, written);
  pz_quick_line_set_state (line, PZ_QUICK_LINE_SAVING, NULL);
  save (self, line, classroom);
  return TRUE;
}

static void
remove_line (PzQuickSession *self,
             PzQuickLine    *line)
{
  guint position;

  if (g_list_store_find (self->lines, line, &position))
    g_list_store_remove (self->lines, position);
}

/* Nothing was written: what was typed goes back into the field, or stays in its line while the field is in use. */
static void
give_back (PzQuickSession *self,
           PzQuickLine    *line,
           const char     *why)
{
  if (*self->text == '\0')
    {
      pz_quick_session_take_text (self, pz_quick_line_get_typed (line));
      remove_line (self, line);
    }
  else
    pz_quick_line_set_state (line, PZ_QUICK_LINE_REFUSED, why);
  pz_quick_session_set_message (self, why);
}

/* the class is open now, or cannot be opened: what waits for it is written or given back */
static void
finish_opening (PzQuickClass *self)
{
  g_autoptr(PzQuickSession) session = g_object_ref (self->session);
  g_autoptr(PzOpening) opening = g_steal_pointer (&self->opening);
  g_autoptr(GPtrArray) waiting = self->waiting;
  PzClassroom *classroom = pz_opening_get_classroom (opening);
  const GError *why = pz_opening_get_error (opening);

  g_signal_handlers_disconnect_by_data (opening, self);
  self->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  /* who opens a class that is no longer there is shown another one */
  if (classroom != NULL && g_strcmp0 (pz_classroom_get_id (classroom), self->id) == 0)
    self->classroom = g_object_ref (classroom);
  for (guint i = 0; i < waiting->len; i++)
    {
      g_autoptr(GError) error = NULL;

      if (self->classroom == NULL)
        give_back (session, g_ptr_array_index (waiting, i),
                   why != NULL ? why->message : _("This class was deleted meanwhile. Nothing was written."));
      else if (!write_line (session, g_ptr_array_index (waiting, i), self->classroom, &error))
        give_back (session, g_ptr_array_index (waiting, i), error->message);
    }
}

static void
opening_done_cb (PzOpening    *opening,
                 PzQuickClass *self)
{
  if (self->opening == opening)
    finish_opening (self);
}

static PzQuickClass *
get_class (PzQuickSession *self,
           const char     *id)
{
  PzQuickClass *found = g_hash_table_lookup (self->classes, id);

  if (found != NULL)
    return found;
  found = g_new0 (PzQuickClass, 1);
  found->session = self;
  found->id = g_strdup (id);
  found->waiting = g_ptr_array_new_with_free_func (g_object_unref);
  if (g_strcmp0 (id, pz_classroom_get_id (self->shown)) == 0)
    found->classroom = g_object_ref (self->shown);
  g_hash_table_insert (self->classes, found->id, found);
  return found;
}

static void
wait_for_class (PzQuickClass *self,
                PzQuickLine  *line)
{
  g_ptr_array_add (self->waiting, g_object_ref (line));
  if (self->opening != NULL)
    return;
  self->opening = pz_opening_start (self->session->environment, self->id, PZ_SORT_GIVEN);
  g_signal_connect (self->opening, "done", G_CALLBACK (opening_done_cb), self); /* disconnected with the class */
}

/**
 * pz_quick_session_write:
 * @reading: one that is ready
 *
 * Writes it to its class, which is opened when it is another one than the one that is shown. One commit, one step.
 *
 * Returns: %PZ_QUICK_ANSWER_WRITTEN or %PZ_QUICK_ANSWER_REFUSED
 */
PzQuickAnswer
pz_quick_session_write (PzQuickSession *self,
                        PzQuickReading *reading)
{
  PzQuickClass *class = get_class (self, reading->learner->class_id);
  g_autoptr(PzQuickLine) line = pz_quick_line_new (reading, self->text);
  g_autoptr(GError) error = NULL;

  if (class->classroom != NULL && !write_line (self, line, class->classroom, &error))
    {
      pz_quick_session_set_message (self, error->message);
      return PZ_QUICK_ANSWER_REFUSED;
    }
  g_list_store_insert (self->lines, 0, line);
  pz_quick_entry_note_written (self->entry, reading);
  g_clear_pointer (&self->kept, pz_quick_reading_unref);
  pz_quick_session_take_text (self, "");
  if (class->classroom == NULL)
    wait_for_class (class, line);
  return PZ_QUICK_ANSWER_WRITTEN;
}

/* ---- taking back ---- */

/**
 * pz_quick_session_undo:
 * @line: one that was written
 *
 * Takes back this entry and no other, whatever was written after it.
 */
void
pz_quick_session_undo (PzQuickSession *self,
                       PzQuickLine    *line)
{
  PzQuickClass *class;
  g_autoptr(GError) error = NULL;

  g_return_if_fail (PZ_IS_QUICK_SESSION (self) && PZ_IS_QUICK_LINE (line));

  class = g_hash_table_lookup (self->classes, get_class_id (line));
  if (!pz_quick_line_can_undo (line) || class == NULL || class->classroom == NULL)
    return;
  if (!pz_quick_written_take_back (pz_quick_line_get_written (line), class->classroom, &error))
    {
      pz_quick_session_set_message (self, error->message);
      return;
    }
  pz_quick_line_set_state (line, PZ_QUICK_LINE_TAKEN_BACK, NULL);
  save (self, line, class->classroom);
}

/**
 * pz_quick_session_undo_last:
 *
 * Returns: whether there was an entry to take back
 */
gboolean
pz_quick_session_undo_last (PzQuickSession *self)
{
  g_return_val_if_fail (PZ_IS_QUICK_SESSION (self), FALSE);

  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->lines)); i++)
    {
      g_autoptr(PzQuickLine) line = g_list_model_get_item (G_LIST_MODEL (self->lines), i);

      if (pz_quick_line_can_undo (line))
        {
          pz_quick_session_undo (self, line);
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * pz_quick_session_try_again:
 * @line: one that is not on the disk
 *
 * Saves once more; what was never written is put back into the field instead, when that is free.
 */
void
pz_quick_session_try_again (PzQuickSession *self,
                            PzQuickLine    *line)
{
  PzQuickClass *class;

  g_return_if_fail (PZ_IS_QUICK_SESSION (self) && PZ_IS_QUICK_LINE (line));

  class = g_hash_table_lookup (self->classes, get_class_id (line));
  if (pz_quick_line_get_state (line) == PZ_QUICK_LINE_REFUSED)
    {
      if (*self->text != '\0')
        return;
      pz_quick_session_take_text (self, pz_quick_line_get_typed (line));
      remove_line (self, line);
    }
  else if (class != NULL && class->classroom != NULL)
    {
      if (pz_quick_line_get_state (line) == PZ_QUICK_LINE_UNSAVED)
        pz_quick_line_set_state (line, PZ_QUICK_LINE_SAVING, NULL);
      save (self, line, class->classroom);
    }
}

/* ---- closing ---- */

/**
 * pz_quick_session_close:
 * @error: why something that was written to another class is not on the disk
 *
 * Closes the classes that were opened to write to them. What waits in the class that is shown is its window's.
 *
 * Returns: %FALSE with @error set when something would be lost
 */
gboolean
pz_quick_session_close (PzQuickSession  *self,
                        GError         **error)
{
  GHashTableIter iter;
  gpointer value;

  g_return_val_if_fail (PZ_IS_QUICK_SESSION (self), FALSE);

  g_hash_table_iter_init (&iter, self->classes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      PzQuickClass *class = value;

      if (class->opening != NULL && pz_opening_wait (class->opening, OPENING_MS))
        finish_opening (class);
      if (class->classroom != NULL && class->classroom != self->shown && !pz_classroom_close (class->classroom, error))
        return FALSE;
    }
  return TRUE;
}

/**
 * pz_quick_session_abandon:
 *
 * Forgets what could not be written to other classes.
 */
void
pz_quick_session_abandon (PzQuickSession *self)
{
  GHashTableIter iter;
  gpointer value;

  g_return_if_fail (PZ_IS_QUICK_SESSION (self));

  g_hash_table_iter_init (&iter, self->classes);
  while (g_hash_table_iter_next (&iter, NULL, &value))
    {
      PzQuickClass *class = value;

      if (class->classroom != NULL && class->classroom != self->shown)
        pz_classroom_abandon (class->classroom);
    }
}
