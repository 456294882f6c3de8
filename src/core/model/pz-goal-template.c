/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-template-private.h"

#include "pz-date.h"
#include "pz-json-writer.h"

#define KIND "goal"

/* The fields of a goal that a template keeps, in the order of its text. */
const guint pz_goal_template_fields[PZ_GOAL_TEMPLATE_N_FIELDS] = {
  PZ_GOAL_TITLE, PZ_GOAL_CONDITION, PZ_GOAL_BEHAVIOUR, PZ_GOAL_CRITERION, PZ_GOAL_OCCASIONS, PZ_GOAL_MEASURE,
  PZ_GOAL_TARGET, PZ_GOAL_STANDARD, PZ_GOAL_REVIEW_EVERY,
};

static const PzField *
get_field (PzRecordType type,
           guint        field)
{
  return &pz_schema_get_record (type)->fields[field];
}

/* ---- writing ---- */

static void
append_name (GString    *text,
             const char *name)
{
  if (text->str[text->len - 1] != '{')
    g_string_append_c (text, ',');
  pz_json_append_string (text, name, -1);
  g_string_append_c (text, ':');
}

static void
append_field (GString  *text,
              PzRecord *goal,
              guint     field)
{
  const PzField *schema = get_field (PZ_RECORD_GOAL, field);

  if (pz_record_is_empty (goal, field))
    return;
  append_name (text, schema->name);
  if (schema->kind == PZ_FIELD_NUMBER)
    pz_json_append_number (text, pz_record_get_number (goal, field));
  else
    pz_json_append_string (text, pz_record_get_text (goal, field), -1);
}

/* Nothing when one of both is missing, or when they stand in the wrong order. */
static void
append_days (GString    *text,
             const char *from,
             const char *to)
{
  GDate first, last;
  int days;

  if (!pz_date_parse (from, &first) || !pz_date_parse (to, &last))
    return;
  days = g_date_days_between (&first, &last);
  if (days < 0 || days > PZ_GOAL_TEMPLATE_MAX_DAYS)
    return;
  append_name (text, "days");
  pz_json_append_number (text, days);
}

static void
append_milestones (GString     *text,
                   PzGoalDraft *draft)
{
  GPtrArray *milestones = pz_goal_draft_get_milestones (draft);
  const char *start = pz_record_get_text (pz_goal_draft_get_goal (draft), PZ_GOAL_START);
  const char *before = "[";

  for (guint i = 0; i < MIN (milestones->len, PZ_GOAL_TEMPLATE_MAX_STEPS); i++)
    {
      PzRecord *milestone = milestones->pdata[i];

      if (pz_record_is_empty (milestone, PZ_MILESTONE_TEXT))
        continue;
      if (*before == '[')
        append_name (text, "milestones");
      g_string_append (text, before);
      g_string_append_c (text, '{');
      append_name (text, "text");
      pz_json_append_string (text, pz_record_get_text (milestone, PZ_MILESTONE_TEXT), -1);
      append_days (text, start, pz_record_get_text (milestone, PZ_MILESTONE_DATE));
      g_string_append_c (text, '}');
      before = ",";
    }
  if (*before == ',')
    g_string_append_c (text, ']');
}

static void
append_levels (GString     *text,
               PzGoalDraft *draft)
{
  gboolean any = FALSE;

  for (int level = PZ_GAS_LEAST; level < PZ_GAS_LEAST + PZ_N_GAS_LEVELS; level++)
    any |= !pz_record_is_empty (pz_goal_draft_get_level (draft, level), PZ_GAS_LEVEL_TEXT);
  if (!any)
    return;
  append_name (text, "levels");
  for (int level = PZ_GAS_LEAST; level < PZ_GAS_LEAST + PZ_N_GAS_LEVELS; level++)
    {
      const char *words = pz_record_get_text (pz_goal_draft_get_level (draft, level), PZ_GAS_LEVEL_TEXT);

      g_string_append_c (text, level == PZ_GAS_LEAST ? '[' : ',');
      pz_json_append_string (text, words != NULL ? words : "", -1);
    }
  g_string_append_c (text, ']');
}

/**
 * pz_goal_template_to_text:
 * @draft: a goal
 *
 * Returns: (transfer full): what a template keeps of it: one line of JSON
 */
char *
pz_goal_template_to_text (PzGoalDraft *draft)
{
  GString *text;
  PzRecord *goal;

  g_return_val_if_fail (PZ_IS_GOAL_DRAFT (draft), NULL);

  text = g_string_new ("{");
  goal = pz_goal_draft_get_goal (draft);
  for (gsize i = 0; i < PZ_GOAL_TEMPLATE_N_FIELDS; i++)
    append_field (text, goal, pz_goal_template_fields[i]);
  append_days (text, pz_record_get_text (goal, PZ_GOAL_START), pz_record_get_text (goal, PZ_GOAL_TARGET_DATE));
  append_milestones (text, draft);
  append_levels (text, draft);
  g_string_append_c (text, '}');
  return g_string_free (text, FALSE);
}

/* ---- the templates of a class ---- */

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const char *left = pz_record_get_text (*(PzRecord *const *) a, PZ_TEMPLATE_NAME);
  const char *right = pz_record_get_text (*(PzRecord *const *) b, PZ_TEMPLATE_NAME);

  return g_utf8_collate (left != NULL ? left : "", right != NULL ? right : "");
}

/**
 * pz_goal_template_list:
 * @classroom: the document of a class
 *
 * Returns: (transfer full) (element-type PzRecord): the templates of goals that are not in the trash, by name
 */
GPtrArray *
pz_goal_template_list (PzDocument *classroom)
{
  GPtrArray *found = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *templates;

  g_return_val_if_fail (PZ_IS_DOCUMENT (classroom), found);

  templates = pz_document_get_records (classroom, PZ_RECORD_TEMPLATE);
  for (guint i = 0; i < g_list_model_get_n_items (templates); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (templates, i);

      if (!pz_record_is_deleted (record) && g_strcmp0 (pz_record_get_text (record, PZ_TEMPLATE_KIND), KIND) == 0)
        g_ptr_array_add (found, g_steal_pointer (&record));
    }
  g_ptr_array_sort (found, compare_names);
  return found;
}

static PzRecord *
find_template (PzDocument *classroom,
               const char *name)
{
  g_autoptr(GPtrArray) templates = pz_goal_template_list (classroom);

  for (guint i = 0; i < templates->len; i++)
    if (g_strcmp0 (pz_record_get_text (templates->pdata[i], PZ_TEMPLATE_NAME), name) == 0)
      return templates->pdata[i]; /* the document holds it */
  return NULL;
}

/**
 * pz_goal_template_save:
 * @classroom: the document of a class; the caller saves it
 * @name: how it is found again
 * @draft: the goal to keep
 * @error: %PZ_ERROR_INVALID when the name or the goal is too long for a template
 *
 * Makes a template, or gives the one of that name another content.
 *
 * Returns: (transfer none) (nullable): the template
 */
PzRecord *
pz_goal_template_save (PzDocument   *classroom,
                       const char   *name,
                       PzGoalDraft  *draft,
                       GError      **error)
{
  g_autofree char *text = NULL;
  PzRecord *record;

  g_return_val_if_fail (PZ_IS_DOCUMENT (classroom) && name != NULL && PZ_IS_GOAL_DRAFT (draft), NULL);

  text = pz_goal_template_to_text (draft);
  if (!pz_field_check_text (get_field (PZ_RECORD_TEMPLATE, PZ_TEMPLATE_NAME), name, error)
      || !pz_field_check_text (get_field (PZ_RECORD_TEMPLATE, PZ_TEMPLATE_CONTENT), text, error))
    return NULL;
  record = find_template (classroom, name);
  if (record == NULL)
    {
      record = pz_document_add (classroom, PZ_RECORD_TEMPLATE);
      pz_record_set_text (record, PZ_TEMPLATE_KIND, KIND);
      pz_record_set_text (record, PZ_TEMPLATE_NAME, name);
    }
  pz_record_set_text (record, PZ_TEMPLATE_CONTENT, text);
  return record;
}
