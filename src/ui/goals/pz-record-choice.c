/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-record-choice.h"

#include "pz-choice-row.h"
#include "pz-position.h"
#include "pz-record-dialog.h"
#include "pz-record-words.h"

#include <glib/gi18n-lib.h>

/* What the list and the button work on; belongs to the list. */
typedef struct
{
  PzClassroom *classroom;
  PzRecord *draft;
  guint field;
  PzRecordType type;
} Choice;

static void
choice_free (Choice *choice)
{
  g_object_unref (choice->classroom);
  g_object_unref (choice->draft);
  g_free (choice);
}

static Choice *
get_choice (gpointer row)
{
  return g_object_get_data (G_OBJECT (row), "pz-choice");
}

static void
add_one (GPtrArray *ids,
         GPtrArray *names,
         PzRecord  *record)
{
  const char *name = pz_record_get_text (record, (guint) pz_schema_find_field (pz_record_get_record_type (record), "name"));

  g_ptr_array_add (ids, (gpointer) pz_record_get_id (record));
  g_ptr_array_add (names, (gpointer) (name != NULL ? name : C_("record", "No name")));
}

/* One that is in use stays in the list when it lies in the trash. */
static void
fill (GtkWidget *row)
{
  Choice *choice = get_choice (row);
  PzDocument *document = pz_classroom_get_document (choice->classroom);
  g_autoptr(GPtrArray) records = pz_position_list (document, choice->type);
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(GPtrArray) names = g_ptr_array_new ();
  const char *current = pz_record_get_text (choice->draft, choice->field);
  PzRecord *chosen = current != NULL ? pz_document_find (document, current) : NULL;

  for (guint i = 0; i < records->len; i++)
    add_one (ids, names, records->pdata[i]);
  if (chosen != NULL && pz_record_is_deleted (chosen) && pz_record_get_record_type (chosen) == choice->type)
    add_one (ids, names, chosen);
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (names, NULL);
  pz_choice_row_set_choices (PZ_CHOICE_ROW (row), (const char * const *) ids->pdata, (const char * const *) names->pdata);
}

static void
class_changed_cb (GtkWidget *row,
                  PzRecord  *record)
{
  if (pz_record_get_record_type (record) == get_choice (row)->type)
    fill (row);
}

static void
saved_cb (GtkWidget *row,
          PzRecord  *record)
{
  Choice *choice = get_choice (row);

  fill (row);
  pz_record_set_text (choice->draft, choice->field, pz_record_get_id (record));
  gtk_widget_grab_focus (row);
}

static void
new_clicked_cb (GtkWidget *row)
{
  Choice *choice = get_choice (row);
  GtkWidget *dialog = pz_record_dialog_new (choice->classroom, choice->type, NULL);
  GtkRoot *root = gtk_widget_get_root (row);

  g_signal_connect_object (dialog, "saved", G_CALLBACK (saved_cb), row, G_CONNECT_SWAPPED);
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* A button that looks like a row: the class settings have such, too. */
static GtkWidget *
make_button (GtkWidget  *row,
             const char *text)
{
  GtkWidget *button = adw_action_row_new ();

  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (button), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (button), text);
  adw_action_row_add_prefix (ADW_ACTION_ROW (button), gtk_image_new_from_icon_name ("list-add-symbolic"));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (button), TRUE);
  g_signal_connect_object (button, "activated", G_CALLBACK (new_clicked_cb), row, G_CONNECT_SWAPPED);
  return button;
}

/**
 * pz_record_choice_add:
 * @form: of the draft
 * @classroom: has the records, and gets new ones
 * @draft: the record that is written
 * @field: a measure or a strategy
 *
 * Adds a row with all records to choose from, and one to make another.
 *
 * Returns: (transfer none): the first of them
 */
GtkWidget *
pz_record_choice_add (PzForm      *form,
                      PzClassroom *classroom,
                      PzRecord    *draft,
                      guint        field)
{
  const PzField *schema;
  PzEdit edit = { NULL, draft, field };
  Choice *choice;
  GtkWidget *row, *button;

  g_return_val_if_fail (PZ_IS_FORM (form) && PZ_IS_CLASSROOM (classroom) && PZ_IS_RECORD (draft), NULL);

  schema = &pz_schema_get_record (pz_record_get_record_type (draft))->fields[field];
  choice = g_new0 (Choice, 1);
  choice->classroom = g_object_ref (classroom);
  choice->draft = g_object_ref (draft);
  choice->field = field;
  choice->type = g_strcmp0 (schema->extra, "strategy") == 0 ? PZ_RECORD_STRATEGY : PZ_RECORD_MEASURE;
  row = pz_choice_row_new (&edit, C_("choice", "None"));
  g_object_set_data_full (G_OBJECT (row), "pz-choice", choice, (GDestroyNotify) choice_free);
  g_signal_connect_object (pz_classroom_get_document (classroom), "changed", G_CALLBACK (class_changed_cb), row,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_classroom_get_document (classroom), "reloaded", G_CALLBACK (fill), row, G_CONNECT_SWAPPED);
  fill (row);
  pz_form_add_row (form, field, row);
  button = make_button (row, choice->type == PZ_RECORD_STRATEGY ? _("New _Strategy…") : _("New _Measure…"));
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (form), button);
  return row;
}
