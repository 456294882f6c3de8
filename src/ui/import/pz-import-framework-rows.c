/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-framework-rows.h"

#include "pz-import-framework-words.h"

#include <glib/gi18n-lib.h>

/* More standards of one kind are counted: nobody reads thousands of them in a preview. */
#define MOST_ROWS 200

/* Groups in the order of what needs to be looked at. */
static const struct
{
  PzImportKind kind;
  const char *icon;
  const char *style;
} groups[] = {
  { PZ_IMPORT_GONE, "list-remove-symbolic", "pz-warning" },
  { PZ_IMPORT_CHANGED, "document-edit-symbolic", "pz-import-updated" },
  { PZ_IMPORT_BACK, "edit-undo-symbolic", "pz-import-updated" },
  { PZ_IMPORT_NEW, "list-add-symbolic", "pz-good" },
  { PZ_IMPORT_SAME, "object-select-symbolic", "pz-dim" },
};

static PzImportRow *
make_standard (PzCasePlan *plan,
               guint       position)
{
  g_autofree char *label = pz_case_plan_dup_label (plan, position);
  g_autofree char *detail = pz_import_framework_words_item (pz_case_plan_get_item (plan, position));

  return pz_import_row_new (PZ_IMPORT_ROW_MESSAGE, label, detail);
}

static GPtrArray *
list_standards (PzCasePlan   *plan,
                PzImportKind  kind,
                guint         n)
{
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < pz_case_plan_get_n_items (plan) && rows->len < MOST_ROWS; i++)
    {
      const PzCaseItem *item = pz_case_plan_get_item (plan, i);

      if (item->type == PZ_RECORD_STANDARD && item->kind == kind)
        g_ptr_array_add (rows, make_standard (plan, i));
    }
  if (n > rows->len)
    {
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", n - rows->len), n - rows->len);

      g_ptr_array_add (rows, pz_import_row_new (PZ_IMPORT_ROW_MESSAGE, more, NULL));
    }
  return rows;
}

static void
add_groups (GPtrArray  *rows,
            PzCasePlan *plan)
{
  for (gsize i = 0; i < G_N_ELEMENTS (groups); i++)
    {
      guint n = pz_case_plan_count (plan, PZ_RECORD_STANDARD, groups[i].kind);
      g_autofree char *title = NULL;
      PzImportRow *row;

      if (n == 0)
        continue;
      title = pz_import_framework_words_group (groups[i].kind, n);
      row = pz_import_row_new_group (title, pz_import_framework_words_outcome (groups[i].kind),
                                     list_standards (plan, groups[i].kind, n));
      pz_import_row_set_icon (row, groups[i].icon, groups[i].style);
      g_ptr_array_add (rows, row);
    }
}

/**
 * pz_import_framework_rows_new:
 * @session: an import with the preview of a framework
 *
 * Returns: (transfer full) (element-type PzImportRow): the framework, its shape, and its standards by what happens to them
 */
GPtrArray *
pz_import_framework_rows_new (PzImportSession *session)
{
  GPtrArray *rows;
  PzCasePlan *plan;
  const PzCasePackage *package;
  g_autofree char *shape = NULL;
  PzImportRow *row;

  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (session), NULL);

  plan = pz_import_session_get_framework (session);
  package = pz_import_session_get_package (session);
  rows = g_ptr_array_new_with_free_func (g_object_unref);
  g_ptr_array_add (rows, pz_import_row_new (PZ_IMPORT_ROW_HEADING, package->framework->values[PZ_FRAMEWORK_TITLE],
                                            pz_import_framework_words_kind (pz_case_plan_get_kind (plan))));
  shape = pz_import_framework_words_shape (package);
  row = pz_import_row_new (PZ_IMPORT_ROW_MESSAGE, shape, NULL);
  pz_import_row_set_icon (row, "view-list-symbolic", "pz-dim");
  g_ptr_array_add (rows, row);
  add_groups (rows, plan);
  return rows;
}
