/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-saved-filters.h"

#include <string.h>

#define KIND "filter"

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const char *left = pz_record_get_text (*(PzRecord *const *) a, PZ_TEMPLATE_NAME);
  const char *right = pz_record_get_text (*(PzRecord *const *) b, PZ_TEMPLATE_NAME);

  return g_utf8_collate (left != NULL ? left : "", right != NULL ? right : "");
}

/**
 * pz_saved_filters_list:
 * @classroom: the document of a class
 *
 * Returns: (transfer full) (element-type PzRecord): the saved filters that are not in the trash, by name
 */
GPtrArray *
pz_saved_filters_list (PzDocument *classroom)
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

static gboolean
may_hold (guint        field,
          const char  *text,
          GError     **error)
{
  return pz_field_check_text (&pz_schema_get_record (PZ_RECORD_TEMPLATE)->fields[field], text, error);
}

/**
 * pz_saved_filters_add:
 * @classroom: the document of a class
 * @name: how it is found again, not empty
 * @filter: the conditions
 * @error: %PZ_ERROR_INVALID when the name or the filter is too long to be kept
 *
 * Returns: (transfer none) (nullable): the new record
 */
PzRecord *
pz_saved_filters_add (PzDocument            *classroom,
                      const char            *name,
                      const PzLearnerFilter *filter,
                      GError               **error)
{
  g_autoptr(PzLearnerFilter) again = NULL;
  g_autofree char *text = NULL;
  PzRecord *record;

  g_return_val_if_fail (PZ_IS_DOCUMENT (classroom) && name != NULL && *name != '\0' && filter != NULL, NULL);

  text = pz_learner_filter_to_text (filter);
  if (!may_hold (PZ_TEMPLATE_NAME, name, error) || !may_hold (PZ_TEMPLATE_CONTENT, text, error))
    return NULL;
  /* nothing is kept that could not be read again */
  again = pz_learner_filter_parse (text, error);
  if (again == NULL)
    return NULL;
  record = pz_document_add (classroom, PZ_RECORD_TEMPLATE);
  pz_record_set_text (record, PZ_TEMPLATE_KIND, KIND);
  pz_record_set_text (record, PZ_TEMPLATE_NAME, name);
  pz_record_set_text (record, PZ_TEMPLATE_CONTENT, text);
  return record;
}

/**
 * pz_saved_filters_rename:
 * @saved: a record of pz_saved_filters_list()
 * @name: how it is found again, not empty
 * @error: %PZ_ERROR_INVALID when the name is too long
 *
 * Returns: whether it has the name now
 */
gboolean
pz_saved_filters_rename (PzRecord    *saved,
                         const char  *name,
                         GError     **error)
{
  g_return_val_if_fail (PZ_IS_RECORD (saved) && name != NULL && *name != '\0', FALSE);

  if (!may_hold (PZ_TEMPLATE_NAME, name, error))
    return FALSE;
  pz_record_set_text (saved, PZ_TEMPLATE_NAME, name);
  return TRUE;
}

/**
 * pz_saved_filters_parse:
 * @saved: a record of pz_saved_filters_list()
 * @error: as pz_learner_filter_parse()
 *
 * Returns: (transfer full) (nullable): its conditions
 */
PzLearnerFilter *
pz_saved_filters_parse (PzRecord  *saved,
                        GError   **error)
{
  const char *text;

  g_return_val_if_fail (PZ_IS_RECORD (saved), NULL);

  text = pz_record_get_text (saved, PZ_TEMPLATE_CONTENT);
  return pz_learner_filter_parse (text != NULL ? text : "", error);
}
