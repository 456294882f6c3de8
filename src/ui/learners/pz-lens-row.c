/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-lens-row.h"

#include "pz-choice-row.h"
#include "pz-edit.h"
#include "pz-lens-value.h"

#include <glib/gi18n-lib.h>

/* Who is shown, and for which lens; owned by the row. */
typedef struct
{
  PzClassroom *classroom;
  PzRecord *learner;
  PzRecord *lens;
} Place;

static void
place_free (Place *place)
{
  g_object_unref (place->classroom);
  g_object_unref (place->learner);
  g_object_unref (place->lens);
  g_free (place);
}

static Place *
get_place (GtkWidget *row)
{
  return g_object_get_data (G_OBJECT (row), "pz-place");
}

static void
update (GtkWidget *row)
{
  Place *place = get_place (row);
  g_autofree char *value = pz_lens_value_dup (place->learner, pz_record_get_id (place->lens));

  pz_choice_row_select (PZ_CHOICE_ROW (row), value);
}

static void
selected_cb (GtkWidget *row)
{
  Place *place = get_place (row);
  const PzEdit edit = { place->classroom, place->learner, PZ_LEARNER_LENS_VALUES };
  g_autofree char *before = pz_lens_value_dup (place->learner, pz_record_get_id (place->lens));
  const char *value = pz_choice_row_get_value (PZ_CHOICE_ROW (row));

  if (g_strcmp0 (before, value) == 0)
    return;
  pz_lens_value_set (place->learner, pz_record_get_id (place->lens), value);
  pz_edit_queue_save (&edit);
}

/* A value the lens does not offer any longer stays in sight while the learner has it. */
static void
fill (GtkWidget *row)
{
  Place *place = get_place (row);
  g_auto(GStrv) values = pz_record_dup_set (place->lens, PZ_LENS_VALUES);
  g_autofree char *current = pz_lens_value_dup (place->learner, pz_record_get_id (place->lens));
  g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
  g_auto(GStrv) offered = NULL;

  g_strv_builder_addv (builder, (const char **) values);
  if (current != NULL && !g_strv_contains ((const char *const *) values, current))
    g_strv_builder_add (builder, current);
  offered = g_strv_builder_end (builder);
  pz_choice_row_set_choices (PZ_CHOICE_ROW (row), (const char *const *) offered, (const char *const *) offered);
  update (row);
}

/**
 * pz_lens_row_new:
 * @classroom: saves what is changed
 * @learner: the learner
 * @lens: a lens of the class
 *
 * Returns: (transfer floating): the row
 */
GtkWidget *
pz_lens_row_new (PzClassroom *classroom,
                 PzRecord    *learner,
                 PzRecord    *lens)
{
  const char *name = pz_record_get_text (lens, PZ_LENS_NAME), *purpose = pz_record_get_text (lens, PZ_LENS_PURPOSE);
  GtkWidget *row = pz_choice_row_new_free (name != NULL ? name : C_("lens", "Lens without a name"),
                                           C_("lens", "Not noted"));
  Place *place = g_new0 (Place, 1);

  *place = (Place) { g_object_ref (classroom), g_object_ref (learner), g_object_ref (lens) };
  g_object_set_data_full (G_OBJECT (row), "pz-place", place, (GDestroyNotify) place_free);
  if (purpose != NULL)
    adw_action_row_set_subtitle (ADW_ACTION_ROW (row), purpose);
  fill (row);
  g_signal_connect (row, "notify::selected", G_CALLBACK (selected_cb), NULL);
  g_signal_connect_object (learner, "notify::lens-values", G_CALLBACK (update), row, G_CONNECT_SWAPPED);
  return row;
}
