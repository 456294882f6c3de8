/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-round-page-private.h"

#include "pz-absence.h"

#include <glib/gi18n-lib.h>

/* What is typed into the lines of a Round, and where the focus goes from there. */

static guint
find_line (PzRoundPage *self,
           PzRoundLine *line)
{
  guint position = 0;

  g_ptr_array_find (self->lines, line, &position);
  return position;
}

static void
document_changed_cb (PzRoundPage *self,
                     gpointer     record,
                     guint        field,
                     PzDocument  *document)
{
  for (guint i = 0; i < self->lines->len; i++)
    {
      PzRoundLine *line = g_ptr_array_index (self->lines, i);
      PzRoundRow *row = pz_round_line_get_row (line);

      if (g_strcmp0 (row->progress->source->learner, pz_document_get_id (document)) != 0)
        continue;
      pz_round_row_update (row, document, self->day);
      pz_round_line_update (line);
    }
  pz_round_page_show_counts (self);
}

static void
document_reloaded_cb (PzRoundPage *self,
                      PzDocument  *document)
{
  document_changed_cb (self, NULL, 0, document);
}

/* kept while the Round lasts, so that an undo is seen here */
static PzDocument *
load_document (PzRoundPage  *self,
               const char   *id,
               GError      **error)
{
  PzDocument *document = g_hash_table_lookup (self->documents, id);

  if (document != NULL)
    return document;
  document = pz_classroom_load (self->classroom, PZ_DOCUMENT_LEARNER, id, error);
  if (document == NULL)
    return NULL;
  g_hash_table_insert (self->documents, g_strdup (id), document);
  g_signal_connect_object (document, "changed", G_CALLBACK (document_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (document_reloaded_cb), self, G_CONNECT_SWAPPED);
  return document;
}

static void
save (PzRoundPage *self)
{
  pz_classroom_queue_save (self->classroom, C_("undo", "Round"));
}

static gboolean
read_draft (PzRoundPage         *self,
            const PzRoundRow    *row,
            const char          *text,
            PzMeasurementDraft  *draft,
            GError             **error)
{
  *draft = (PzMeasurementDraft) { .goal = row->progress->source->goal, .date = self->date, .help = self->help };
  if (!pz_measurement_parse_value (text, &row->progress->range, &draft->value, &draft->out_of))
    {
      g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID, _("This is no value of the measure."));
      return FALSE;
    }
  return pz_measurement_check (draft, &row->progress->range, error);
}

static gboolean
write_value (PzRoundPage       *self,
             const PzRoundRow  *row,
             const char        *text,
             const char        *note,
             GError           **error)
{
  g_autofree char *plain = g_strstrip (g_strdup (text));
  PzMeasurementDraft draft;
  PzDocument *document;

  if (*plain != '\0' && !read_draft (self, row, plain, &draft, error))
    return FALSE;
  document = load_document (self, row->progress->source->learner, error);
  if (document == NULL)
    return FALSE;
  if (*plain == '\0')
    {
      if (pz_round_clear (document, row->progress->source->goal, self->date))
        save (self);
      return TRUE;
    }
  draft.note = note;
  if (pz_round_write (document, &draft))
    save (self);
  return TRUE;
}

static gboolean
typed_cb (PzRoundPage *self,
          const char  *text,
          PzRoundLine *line)
{
  g_autoptr(GError) error = NULL;

  if (write_value (self, pz_round_line_get_row (line), text, NULL, &error))
    return TRUE;
  pz_round_line_set_problem (line, error->message);
  return FALSE;
}

/**
 * pz_round_page_focus_from:
 * @self: the page
 * @position: of a line
 *
 * Puts the focus into the line; behind the last one the Round is done.
 */
void
pz_round_page_focus_from (PzRoundPage *self,
                          guint        position)
{
  if (position < self->lines->len)
    pz_round_line_focus (g_ptr_array_index (self->lines, position));
  else
    gtk_widget_grab_focus (self->done_button);
}

static void
move_cb (PzRoundPage *self,
         int          steps,
         PzRoundLine *line)
{
  guint position = find_line (self, line);

  if (steps > 0)
    pz_round_page_focus_from (self, pz_round_find_next (self->rows, position));
  else if (position > 0)
    pz_round_page_focus_from (self, position - 1);
}

static void
absent_cb (PzRoundPage *self,
           PzRoundLine *line)
{
  PzRoundRow *row = pz_round_line_get_row (line);
  g_autoptr(GError) error = NULL;
  PzDocument *document = load_document (self, row->progress->source->learner, &error);
  gboolean was_absent = row->is_absent;
  GDate day;

  if (document == NULL)
    {
      pz_round_line_set_problem (line, error->message);
      return;
    }
  g_date_clear (&day, 1);
  g_date_set_julian (&day, self->day);
  if (was_absent ? pz_absence_clear (document, &day, &day) : pz_absence_mark (document, &day, &day))
    save (self);
  if (was_absent)
    pz_round_line_focus (line);
  else
    pz_round_page_focus_from (self, pz_round_find_next (self->rows, find_line (self, line)));
}

/* ---- notes ---- */

static void
note_activate_cb (GtkEntry *entry,
                  gpointer  user_data)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (entry), GTK_TYPE_POPOVER);
  PzRoundPage *self = PZ_ROUND_PAGE (user_data);
  PzRoundLine *line = PZ_ROUND_LINE (gtk_widget_get_ancestor (popover, PZ_TYPE_ROUND_LINE));
  const char *value = gtk_editable_get_text (GTK_EDITABLE (pz_round_line_get_field (line)));
  g_autoptr(GError) error = NULL;

  if (!write_value (self, pz_round_line_get_row (line), value, gtk_editable_get_text (GTK_EDITABLE (entry)), &error))
    pz_round_line_set_problem (line, error->message);
  gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
note_closed_cb (GtkPopover *popover)
{
  PzRoundLine *line = PZ_ROUND_LINE (gtk_widget_get_ancestor (GTK_WIDGET (popover), PZ_TYPE_ROUND_LINE));

  pz_round_line_focus (line);
  gtk_widget_unparent (GTK_WIDGET (popover));
}

static void
note_cb (PzRoundPage *self,
         PzRoundLine *line)
{
  GtkWidget *popover, *entry;

  if (!pz_round_line_commit (line))
    return;
  if (!pz_round_line_get_row (line)->is_measured)
    {
      pz_round_line_set_problem (line, _("Type the number first; then a note can stand beside it."));
      return;
    }
  entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _("What did you see?"));
  gtk_editable_set_width_chars (GTK_EDITABLE (entry), 28);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note"), -1);
  g_signal_connect_object (entry, "activate", G_CALLBACK (note_activate_cb), self, 0);
  popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (popover), entry);
  gtk_accessible_update_property (GTK_ACCESSIBLE (popover), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Note"), -1);
  gtk_widget_set_parent (popover, GTK_WIDGET (line));
  g_signal_connect (popover, "closed", G_CALLBACK (note_closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
  gtk_widget_grab_focus (entry);
}

/**
 * pz_round_page_connect:
 * @self: the page
 * @line: a new line
 *
 * Takes over what is typed there.
 */
void
pz_round_page_connect (PzRoundPage *self,
                       PzRoundLine *line)
{
  g_signal_connect_object (line, "typed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "move", G_CALLBACK (move_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "absent", G_CALLBACK (absent_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (line, "note", G_CALLBACK (note_cb), self, G_CONNECT_SWAPPED);
}
