/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-level-row.h"

#include "pz-choice-row.h"

#include <glib/gi18n-lib.h>

static int
compare_levels (gconstpointer a,
                gconstpointer b)
{
  PzRecord *left = *(PzRecord **) a;
  PzRecord *right = *(PzRecord **) b;
  int position = g_strcmp0 (pz_record_get_text (left, PZ_LEVEL_POSITION), pz_record_get_text (right, PZ_LEVEL_POSITION));

  return position != 0 ? position : g_strcmp0 (pz_record_get_text (left, PZ_LEVEL_NAME),
                                               pz_record_get_text (right, PZ_LEVEL_NAME));
}

static GPtrArray *
list_levels (PzDocument *document)
{
  GListModel *model = pz_document_get_records (document, PZ_RECORD_LEVEL);
  GPtrArray *levels = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    {
      PzRecord *level = g_list_model_get_item (model, i);

      g_ptr_array_add (levels, level);
    }
  g_ptr_array_sort (levels, compare_levels);
  return levels;
}

/* One in the trash is offered only while the learner still has it; without any the row is away. */
static void
update (GtkWidget *row)
{
  const PzEdit *edit = g_object_get_data (G_OBJECT (row), "pz-edit");
  const char *current = pz_record_get_text (edit->record, edit->field);
  g_autoptr(GPtrArray) levels = list_levels (pz_classroom_get_document (edit->classroom));
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  for (guint i = 0; i < levels->len; i++)
    {
      PzRecord *level = levels->pdata[i];
      const char *name = pz_record_get_text (level, PZ_LEVEL_NAME);

      if (name == NULL || (pz_record_is_deleted (level) && g_strcmp0 (pz_record_get_id (level), current) != 0))
        continue;
      g_ptr_array_add (ids, (gpointer) pz_record_get_id (level));
      g_ptr_array_add (names, (gpointer) name);
    }
  gtk_widget_set_visible (row, ids->len > 0);
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (names, NULL);
  pz_choice_row_set_choices (PZ_CHOICE_ROW (row), (const char * const *) ids->pdata, (const char * const *) names->pdata);
}

static void
class_changed_cb (GtkWidget *row,
                  PzRecord  *record)
{
  if (pz_record_get_record_type (record) == PZ_RECORD_LEVEL)
    update (row);
}

static void
edit_free (PzEdit *edit)
{
  g_object_unref (edit->classroom);
  g_object_unref (edit->record);
  g_free (edit);
}

/**
 * pz_level_row_new:
 * @edit: the level of a learner
 *
 * Returns: (transfer floating): a row that shows the level and changes it
 */
GtkWidget *
pz_level_row_new (const PzEdit *edit)
{
  GtkWidget *row = pz_choice_row_new (edit, C_("level", "None"));
  PzDocument *document = pz_classroom_get_document (edit->classroom);
  PzEdit *own = g_new0 (PzEdit, 1);

  *own = (PzEdit) { g_object_ref (edit->classroom), g_object_ref (edit->record), edit->field };
  g_object_set_data_full (G_OBJECT (row), "pz-edit", own, (GDestroyNotify) edit_free);
  g_signal_connect_object (document, "changed", G_CALLBACK (class_changed_cb), row, G_CONNECT_SWAPPED);
  g_signal_connect_object (document, "reloaded", G_CALLBACK (update), row, G_CONNECT_SWAPPED);
  update (row);
  return row;
}
