/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-grouping-rule.h"

static const char *
get_name (PzGroupWishKind kind)
{
  return kind == PZ_WISH_TOGETHER ? "together" : "apart";
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  return g_strcmp0 (pz_record_get_id (*(PzRecord *const *) a), pz_record_get_id (*(PzRecord *const *) b));
}

/**
 * pz_grouping_rule_list:
 * @classroom: the document of a class
 * @kind: %PZ_WISH_TOGETHER or %PZ_WISH_APART
 *
 * Returns: (transfer container) (element-type PzRecord): the rules of that kind, in the order of their ids; none that is
 *   in the trash, or says nothing of two learners
 */
GPtrArray *
pz_grouping_rule_list (PzDocument      *classroom,
                       PzGroupWishKind  kind)
{
  GPtrArray *rules = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *records;

  g_return_val_if_fail (PZ_IS_DOCUMENT (classroom), rules);

  records = pz_document_get_records (classroom, PZ_RECORD_GROUPING_RULE);
  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) rule = g_list_model_get_item (records, i);
      g_auto(GStrv) learners = pz_record_dup_set (rule, PZ_GROUPING_RULE_LEARNERS);

      if (!pz_record_is_deleted (rule) && g_strv_length (learners) > 1
          && g_strcmp0 (pz_record_get_text (rule, PZ_GROUPING_RULE_KIND), get_name (kind)) == 0)
        g_ptr_array_add (rules, g_steal_pointer (&rule));
    }
  g_ptr_array_sort (rules, compare_ids);
  return rules;
}

/**
 * pz_grouping_rule_find:
 * @classroom: the document of a class
 * @kind: %PZ_WISH_TOGETHER or %PZ_WISH_APART
 * @a: id of a learner
 * @b: id of another one
 *
 * Returns: (transfer none) (nullable): the rule for these two alone
 */
PzRecord *
pz_grouping_rule_find (PzDocument      *classroom,
                       PzGroupWishKind  kind,
                       const char      *a,
                       const char      *b)
{
  g_autoptr(GPtrArray) rules = NULL;

  g_return_val_if_fail (PZ_IS_DOCUMENT (classroom) && a != NULL && b != NULL, NULL);

  rules = pz_grouping_rule_list (classroom, kind);
  for (guint i = 0; i < rules->len; i++)
    {
      g_auto(GStrv) learners = pz_record_dup_set (rules->pdata[i], PZ_GROUPING_RULE_LEARNERS);

      if (g_strv_length (learners) == 2 && g_strv_contains ((const char *const *) learners, a)
          && g_strv_contains ((const char *const *) learners, b))
        return rules->pdata[i]; /* the document holds it */
    }
  return NULL;
}

/**
 * pz_grouping_rule_set:
 * @classroom: the document of a class
 * @kind: %PZ_WISH_TOGETHER or %PZ_WISH_APART
 * @a: id of a learner
 * @b: id of another one
 *
 * Keeps the two together, or apart, whenever groups are formed from now on. The opposite rule for them goes to the trash.
 *
 * Returns: (transfer none): the rule; one that was there already stays
 */
PzRecord *
pz_grouping_rule_set (PzDocument      *classroom,
                      PzGroupWishKind  kind,
                      const char      *a,
                      const char      *b)
{
  PzGroupWishKind opposite = kind == PZ_WISH_TOGETHER ? PZ_WISH_APART : PZ_WISH_TOGETHER;
  PzRecord *rule, *other;

  g_return_val_if_fail (PZ_IS_DOCUMENT (classroom) && a != NULL && b != NULL && !g_str_equal (a, b), NULL);

  other = pz_grouping_rule_find (classroom, opposite, a, b);
  if (other != NULL)
    pz_document_delete (classroom, other);
  rule = pz_grouping_rule_find (classroom, kind, a, b);
  if (rule != NULL)
    return rule;
  rule = pz_document_add (classroom, PZ_RECORD_GROUPING_RULE);
  pz_record_set_text (rule, PZ_GROUPING_RULE_KIND, get_name (kind));
  pz_record_set_add (rule, PZ_GROUPING_RULE_LEARNERS, a);
  pz_record_set_add (rule, PZ_GROUPING_RULE_LEARNERS, b);
  return rule;
}

/**
 * pz_grouping_rule_apply:
 * @classroom: the document of a class
 * @settings: is added to
 * @error: a rule is not understood
 *
 * Asks for every rule of the class besides. A rule about somebody who does not take part asks nothing of the others.
 *
 * Returns: whether it could
 */
gboolean
pz_grouping_rule_apply (PzDocument       *classroom,
                        PzGroupSettings  *settings,
                        GError          **error)
{
  static const PzGroupWishKind kinds[] = { PZ_WISH_TOGETHER, PZ_WISH_APART };

  g_return_val_if_fail (PZ_IS_DOCUMENT (classroom) && settings != NULL, FALSE);

  for (gsize k = 0; k < G_N_ELEMENTS (kinds); k++)
    {
      g_autoptr(GPtrArray) rules = pz_grouping_rule_list (classroom, kinds[k]);

      for (guint i = 0; i < rules->len; i++)
        {
          g_auto(GStrv) learners = pz_record_dup_set (rules->pdata[i], PZ_GROUPING_RULE_LEARNERS);
          g_autofree char *ids = g_strjoinv (",", learners);
          g_autofree char *value = g_strconcat (ids, ":must", NULL);

          if (!pz_group_settings_add (settings, get_name (kinds[k]), value, error))
            return FALSE;
        }
    }
  return TRUE;
}
