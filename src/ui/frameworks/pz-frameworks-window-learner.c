/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-frameworks-window-private.h"

#include "pz-privacy.h"

#include <glib/gi18n-lib.h>

/*
 * pz_frameworks_window_show_learner:
 *
 * Shows the counts of the learner that is chosen, or of the whole class.
 */
void
pz_frameworks_window_show_learner (PzFrameworksWindow *self)
{
  const char *learner = pz_choice_row_get_value (self->learner_row);
  PzCoverage *before = self->learner_coverage;

  if (self->reading == NULL || self->reading->tree == NULL)
    return;
  self->learner_coverage = learner != NULL ? pz_framework_reading_cover (self->reading, learner) : NULL;
  pz_standard_browser_set_coverage (self->browser, learner != NULL ? self->learner_coverage : self->reading->coverage,
                                    learner != NULL);
  pz_standard_details_show_learner (self->details, learner, self->learner_coverage);
  g_clear_pointer (&before, pz_coverage_free);
}

/*
 * pz_frameworks_window_fill_learners:
 *
 * Offers the learners who count; the one that was chosen stays so.
 */
void
pz_frameworks_window_fill_learners (PzFrameworksWindow *self)
{
  PzIndex *index = pz_classroom_get_index (self->classroom);
  const GPtrArray *learners = self->reading->learners;
  g_autofree char *chosen = g_strdup (pz_choice_row_get_value (self->learner_row));
  g_auto(GStrv) values = g_new0 (char *, learners->len + 1);
  g_auto(GStrv) labels = g_new0 (char *, learners->len + 1);
  guint n = 0;

  for (guint i = 0; i < learners->len; i++)
    {
      const char *id = g_ptr_array_index (learners, i);
      g_autoptr(PzLearnerRow) row = NULL;
      guint position;

      if (!pz_index_find (index, id, &position))
        continue;
      row = g_list_model_get_item (G_LIST_MODEL (index), position);
      values[n] = g_strdup (id);
      labels[n++] = pz_privacy_dup_row_name (row);
    }
  pz_choice_row_set_choices (self->learner_row, (const char *const *) values, (const char *const *) labels);
  pz_choice_row_select (self->learner_row, chosen);
}

static void
hidden_changed_cb (PzFrameworksWindow *self)
{
  if (self->reading != NULL)
    pz_frameworks_window_fill_learners (self);
}

/*
 * pz_frameworks_window_init_learner:
 *
 * Makes the row that chooses whose goals are counted.
 */
void
pz_frameworks_window_init_learner (PzFrameworksWindow *self)
{
  GtkWidget *row = pz_choice_row_new_free (C_("standard", "Goals of"), C_("standard", "Whole class"));

  self->learner_row = PZ_CHOICE_ROW (row);
  gtk_list_box_append (GTK_LIST_BOX (self->learner_list), row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (pz_frameworks_window_show_learner), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (hidden_changed_cb), self, G_CONNECT_SWAPPED);
}
