/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-editor-private.h"

#include "pz-choice-row.h"
#include "pz-draft-entry.h"
#include "pz-goal-steps.h"
#include "pz-goal-template.h"
#include "pz-goal-who.h"
#include "pz-goal.h"
#include "pz-measure.h"
#include "pz-privacy.h"
#include "pz-record-choice.h"
#include "pz-standard-row.h"
#include "pz-tick-set.h"

#include <glib/gi18n-lib.h>
#include <math.h>

/* So many learners are looked at for needs and the like to offer. */
#define MOST_LINKED 12

static const struct
{
  guint goal;
  guint learner;
} links[] = {
  { PZ_GOAL_NEEDS, PZ_LEARNER_NEEDS },
  { PZ_GOAL_STRENGTHS, PZ_LEARNER_STRENGTHS },
  { PZ_GOAL_INTERESTS, PZ_LEARNER_INTERESTS },
};

static GtkWidget *
add_form (PzGoalEditor *self,
          PzGoalForm    which,
          const char   *title)
{
  self->forms[which] = pz_form_new (pz_goal_draft_get_goal (self->draft));
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->forms[which]), title);
  gtk_box_append (GTK_BOX (self->box), self->forms[which]);
  return self->forms[which];
}

static PzForm *
get_form (PzGoalEditor *self,
          PzGoalForm    which)
{
  return PZ_FORM (self->forms[which]);
}

static GtkWidget *
make_button (const char *text,
             const char *icon)
{
  GtkWidget *row = adw_action_row_new ();

  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (row), TRUE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), text);
  adw_action_row_add_prefix (ADW_ACTION_ROW (row), gtk_image_new_from_icon_name (icon));
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  return row;
}

/* ---- what ---- */

static void
template_chosen_cb (PzGoalEditor *self)
{
  const char *id = pz_choice_row_get_value (PZ_CHOICE_ROW (self->template_row));
  PzRecord *template = id != NULL ? pz_document_find (pz_classroom_get_document (self->classroom), id) : NULL;
  const char *content = template != NULL ? pz_record_get_text (template, PZ_TEMPLATE_CONTENT) : NULL;
  g_autoptr(GError) error = NULL;

  if (template == NULL)
    return;
  if (!pz_goal_template_apply (content != NULL ? content : "", self->draft, &error))
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->template_row), _("This template cannot be read."));
  else
    adw_action_row_set_subtitle (ADW_ACTION_ROW (self->template_row), "");
}

static void
add_templates (PzGoalEditor *self)
{
  g_autoptr(GPtrArray) templates = pz_goal_template_list (pz_classroom_get_document (self->classroom));
  g_autoptr(GPtrArray) ids = g_ptr_array_new ();
  g_autoptr(GPtrArray) names = g_ptr_array_new ();

  if (self->goal != NULL || templates->len == 0)
    return;
  for (guint i = 0; i < templates->len; i++)
    {
      const char *name = pz_record_get_text (templates->pdata[i], PZ_TEMPLATE_NAME);

      g_ptr_array_add (ids, (gpointer) pz_record_get_id (templates->pdata[i]));
      g_ptr_array_add (names, (gpointer) (name != NULL ? name : C_("record", "No name")));
    }
  g_ptr_array_add (ids, NULL);
  g_ptr_array_add (names, NULL);
  self->template_row = pz_choice_row_new_free (C_("goal", "From a template"), C_("goal template", "None"));
  pz_choice_row_set_choices (PZ_CHOICE_ROW (self->template_row), (const char * const *) ids->pdata,
                             (const char * const *) names->pdata);
  g_signal_connect_object (self->template_row, "notify::selected", G_CALLBACK (template_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->forms[PZ_GOAL_FORM_WHAT]), self->template_row);
}

static void
add_what (PzGoalEditor *self)
{
  add_form (self, PZ_GOAL_FORM_WHAT, C_("goal", "What"));
  add_templates (self);
  self->first = pz_form_add (get_form (self, PZ_GOAL_FORM_WHAT), PZ_GOAL_TITLE);
  self->condition = pz_form_add (get_form (self, PZ_GOAL_FORM_WHAT), PZ_GOAL_CONDITION);
  self->behaviour = pz_form_add (get_form (self, PZ_GOAL_FORM_WHAT), PZ_GOAL_BEHAVIOUR);
  pz_form_add (get_form (self, PZ_GOAL_FORM_WHAT), PZ_GOAL_CRITERION);
}

/* ---- how much, and when ---- */

static void
baseline_clicked_cb (PzGoalEditor *self)
{
  pz_record_set_number (pz_goal_draft_get_goal (self->draft), PZ_GOAL_BASELINE, self->baseline);
}

/* What was measured first is a better baseline than a guess. */
static void
add_measured_baseline (PzGoalEditor *self)
{
  PzDocument *classroom = pz_classroom_get_document (self->classroom);
  g_autofree char *value = NULL;
  g_autofree char *text = NULL;

  if (self->goal == NULL || !pz_goal_measure_baseline (self->learner, classroom, self->goal, &self->baseline))
    return;
  value = pz_measure_dup_value (pz_goal_find_measure (self->goal, classroom), self->baseline, NAN);
  /* Translators: %s is a value with its unit; a button that makes it the baseline of a goal */
  text = g_strdup_printf (_("Take %s from the first measurements"), value);
  self->baseline_row = make_button (text, "go-up-symbolic");
  adw_preferences_row_set_use_underline (ADW_PREFERENCES_ROW (self->baseline_row), FALSE);
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->baseline_row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->baseline_row), text);
  g_signal_connect_object (self->baseline_row, "activated", G_CALLBACK (baseline_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->forms[PZ_GOAL_FORM_HOW_MUCH]), self->baseline_row);
}

static void
add_how_much (PzGoalEditor *self)
{
  PzForm *form = PZ_FORM (add_form (self, PZ_GOAL_FORM_HOW_MUCH, C_("goal", "How much")));

  pz_record_choice_add (form, self->classroom, pz_goal_draft_get_goal (self->draft), PZ_GOAL_MEASURE);
  pz_form_add (form, PZ_GOAL_BASELINE);
  add_measured_baseline (self);
  pz_form_add (form, PZ_GOAL_TARGET);
  pz_form_add (form, PZ_GOAL_OCCASIONS);
}

static void
add_when (PzGoalEditor *self)
{
  PzForm *form = PZ_FORM (add_form (self, PZ_GOAL_FORM_WHEN, C_("goal", "When")));

  pz_form_add (form, PZ_GOAL_START);
  pz_form_add (form, PZ_GOAL_TARGET_DATE);
  pz_form_add (form, PZ_GOAL_REVIEW_EVERY);
}

/* ---- why ---- */

static void
add_why (PzGoalEditor *self)
{
  PzForm *form = PZ_FORM (add_form (self, PZ_GOAL_FORM_WHY, C_("goal", "Why")));
  PzRecord *goal = pz_goal_draft_get_goal (self->draft);
  GtkWidget *standard;

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    {
      self->ticks[i] = pz_tick_set_new (goal, links[i].goal);
      pz_form_add_row (form, links[i].goal, self->ticks[i]);
    }
  standard = pz_standard_row_new (self->classroom, goal, PZ_GOAL_STANDARD);
  if (standard != NULL)
    pz_form_add_row (form, PZ_GOAL_STANDARD, standard);
}

static void
collect (GHashTable *values,
         PzRecord   *learner,
         guint       field)
{
  g_auto(GStrv) found = pz_record_dup_set (learner, field);

  for (gsize i = 0; found[i] != NULL; i++)
    g_hash_table_add (values, g_strdup (found[i]));
}

static int
compare_texts (gconstpointer a,
               gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static void
offer (GtkWidget  *ticks,
       GHashTable *values)
{
  g_autoptr(GPtrArray) sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer value;

  g_hash_table_iter_init (&iter, values);
  while (g_hash_table_iter_next (&iter, &value, NULL))
    g_ptr_array_add (sorted, value);
  g_ptr_array_sort (sorted, compare_texts);
  g_ptr_array_add (sorted, NULL);
  pz_tick_set_set_offered (PZ_TICK_SET (ticks), (const char * const *) sorted->pdata);
}

/**
 * pz_goal_editor_offer_links:
 * @self: the editor
 *
 * Offers needs, strengths and interests of the learners the goal is for now; of many, those of the first.
 */
void
pz_goal_editor_offer_links (PzGoalEditor *self)
{
  g_auto(GStrv) learners = pz_goal_draft_dup_learners (self->draft);
  GHashTable *values[G_N_ELEMENTS (links)];

  if (self->linked != NULL && g_strv_equal ((const char * const *) self->linked, (const char * const *) learners))
    return;
  for (gsize j = 0; j < G_N_ELEMENTS (links); j++)
    values[j] = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; learners[i] != NULL && i < MOST_LINKED; i++)
    {
      g_autoptr(PzDocument) document = pz_classroom_load (self->classroom, PZ_DOCUMENT_LEARNER, learners[i], NULL);

      for (gsize j = 0; document != NULL && j < G_N_ELEMENTS (links); j++)
        collect (values[j], pz_document_get_owner (document), links[j].learner);
    }
  for (gsize j = 0; j < G_N_ELEMENTS (links); j++)
    {
      offer (self->ticks[j], values[j]);
      g_hash_table_unref (values[j]);
    }
  g_strfreev (self->linked);
  self->linked = g_steal_pointer (&learners);
}

/* ---- levels, and the rest ---- */

static void
add_levels (PzGoalEditor *self)
{
  static const char *const titles[PZ_N_GAS_LEVELS] = {
    NC_("goal attainment", "Much less than expected (−2)"), NC_("goal attainment", "Less than expected (−1)"),
    NC_("goal attainment", "As expected (0)"), NC_("goal attainment", "More than expected (+1)"),
    NC_("goal attainment", "Much more than expected (+2)"),
  };

  self->levels = adw_preferences_group_new ();
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (self->levels), C_("goal", "Levels"));
  for (int i = 0; i < PZ_N_GAS_LEVELS; i++)
    {
      GtkWidget *row = pz_draft_entry_new (pz_goal_draft_get_level (self->draft, PZ_GAS_LEAST + i), PZ_GAS_LEVEL_TEXT);

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), g_dpgettext2 (GETTEXT_PACKAGE, "goal attainment", titles[i]));
      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->levels), row);
    }
  gtk_box_append (GTK_BOX (self->box), self->levels);
}

/**
 * pz_goal_editor_show_levels:
 * @self: the editor
 * @wanted: whether the measure is goal attainment
 * @hint: (nullable): what is missing
 *
 * Shows the five levels when they are needed, and what to know of them.
 */
void
pz_goal_editor_show_levels (PzGoalEditor *self,
                            gboolean      wanted,
                            const char   *hint)
{
  gtk_widget_set_visible (self->levels, wanted);
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (self->levels), hint);
}

static void
add_more (PzGoalEditor *self)
{
  PzForm *form = PZ_FORM (add_form (self, PZ_GOAL_FORM_MORE, C_("goal", "More")));

  pz_form_add (form, PZ_GOAL_STATE);
  pz_privacy_hide (pz_form_add (form, PZ_GOAL_NOTES));
  self->keep_row = make_button (_("Save as _Template"), "document-save-as-symbolic");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self->keep_row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self->keep_row), _("To write goals like this for others."));
  g_signal_connect_object (self->keep_row, "activated", G_CALLBACK (pz_goal_editor_keep_as_template), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (form), self->keep_row);
}

/**
 * pz_goal_editor_add_forms:
 * @self: the editor, with its draft
 *
 * Makes all fields.
 */
void
pz_goal_editor_add_forms (PzGoalEditor *self)
{
  add_what (self);
  add_how_much (self);
  add_levels (self); /* of what is measured; mostly out of sight */
  add_when (self);
  add_why (self);
  gtk_box_append (GTK_BOX (self->box), pz_goal_who_new (self->classroom, self->draft, self->goal == NULL));
  gtk_box_append (GTK_BOX (self->box), pz_goal_steps_new (self->draft));
  add_more (self);
}
