/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-framework-words.h"

#include <glib/gi18n-lib.h>

/**
 * pz_import_framework_words_kind:
 * @kind: what happens to the framework as a whole
 *
 * Returns: (transfer none): that in a few words
 */
const char *
pz_import_framework_words_kind (PzImportKind kind)
{
  switch (kind)
    {
    case PZ_IMPORT_NEW:
      return _("A new framework");
    case PZ_IMPORT_BACK:
      return _("A framework that comes back from the trash");
    case PZ_IMPORT_SAME:
      return _("A framework you have already; nothing changes");
    case PZ_IMPORT_CHANGED:
    case PZ_IMPORT_DELETED:
    case PZ_IMPORT_GONE:
    case PZ_N_IMPORT_KINDS:
    default:
      return _("A framework you have already");
    }
}

static void
add_part (GString *text,
          char    *part)
{
  g_string_append_printf (text, "%s%s", text->len > 0 ? " · " : "", part);
  g_free (part);
}

/**
 * pz_import_framework_words_shape:
 * @package: a framework as the file has it
 *
 * Returns: (transfer full): how many standards it has, how many levels, and what stands outside of the tree
 */
char *
pz_import_framework_words_shape (const PzCasePackage *package)
{
  GString *text;
  guint n;

  g_return_val_if_fail (package != NULL, NULL);

  n = package->items->len;
  text = g_string_new (NULL);
  add_part (text, g_strdup_printf (ngettext ("%u standard", "%u standards", n), n));
  if (package->depth > 0)
    /* Translators: how many steps a tree has from its top to its bottom */
    add_part (text, g_strdup_printf (ngettext ("%u level", "%u levels", package->depth), package->depth));
  if (package->n_not_placed > 0)
    /* Translators: standards that stand below no other one */
    add_part (text, g_strdup_printf (ngettext ("%u not placed", "%u not placed", package->n_not_placed),
                                     package->n_not_placed));
  if (package->n_links > 0)
    /* Translators: links between standards that are not part of the tree */
    add_part (text, g_strdup_printf (ngettext ("%u link", "%u links", package->n_links), package->n_links));
  return g_string_free (text, FALSE);
}

/**
 * pz_import_framework_words_count:
 * @kind: what would happen
 * @n: to how many standards
 *
 * Returns: (transfer full): the number with its word, for the line above the preview
 */
char *
pz_import_framework_words_count (PzImportKind kind,
                                 guint        n)
{
  switch (kind)
    {
    case PZ_IMPORT_NEW:
      return g_strdup_printf (ngettext ("%u new standard", "%u new standards", n), n);
    case PZ_IMPORT_CHANGED:
      return g_strdup_printf (ngettext ("%u changed", "%u changed", n), n);
    case PZ_IMPORT_BACK:
      return g_strdup_printf (ngettext ("%u comes back", "%u come back", n), n);
    case PZ_IMPORT_GONE:
      return g_strdup_printf (ngettext ("%u no longer in the file", "%u no longer in the file", n), n);
    case PZ_IMPORT_SAME:
    case PZ_IMPORT_DELETED:
    case PZ_N_IMPORT_KINDS:
    default:
      return g_strdup_printf (ngettext ("%u unchanged", "%u unchanged", n), n);
    }
}

/**
 * pz_import_framework_words_group:
 * @kind: what would happen
 * @n: to how many standards
 *
 * Returns: (transfer full): the title of a group of them
 */
char *
pz_import_framework_words_group (PzImportKind kind,
                                 guint        n)
{
  switch (kind)
    {
    case PZ_IMPORT_NEW:
      return g_strdup_printf (ngettext ("%u standard is new", "%u standards are new", n), n);
    case PZ_IMPORT_CHANGED:
      return g_strdup_printf (ngettext ("%u standard changes", "%u standards change", n), n);
    case PZ_IMPORT_BACK:
      return g_strdup_printf (ngettext ("%u standard comes back", "%u standards come back", n), n);
    case PZ_IMPORT_GONE:
      return g_strdup_printf (ngettext ("%u standard is no longer in the file", "%u standards are no longer in the file", n), n);
    case PZ_IMPORT_SAME:
    case PZ_IMPORT_DELETED:
    case PZ_N_IMPORT_KINDS:
    default:
      return g_strdup_printf (ngettext ("%u standard stays as it is", "%u standards stay as they are", n), n);
    }
}

/**
 * pz_import_framework_words_outcome:
 * @kind: what would happen
 *
 * Returns: (transfer none) (nullable): what that means for standards
 */
const char *
pz_import_framework_words_outcome (PzImportKind kind)
{
  switch (kind)
    {
    case PZ_IMPORT_CHANGED:
      return _("Goals at them stay");
    case PZ_IMPORT_BACK:
      return _("They were retired or deleted here, and are in force again");
    case PZ_IMPORT_GONE:
      return _("They are kept in their place and marked as retired; goals at them stay");
    case PZ_IMPORT_NEW:
    case PZ_IMPORT_SAME:
    case PZ_IMPORT_DELETED:
    case PZ_N_IMPORT_KINDS:
    default:
      return NULL;
    }
}

/**
 * pz_import_framework_words_item:
 * @item: a standard of a plan
 *
 * Returns: (transfer full) (nullable): its line in the file and what of it changes; %NULL when there is nothing to say
 */
char *
pz_import_framework_words_item (const PzCaseItem *item)
{
  const PzRecordSchema *schema;
  g_autoptr(GString) text = NULL;

  g_return_val_if_fail (item != NULL, NULL);

  schema = pz_schema_get_record (item->type);
  text = g_string_new (NULL);
  if (item->source != NULL && item->source->line > 0)
    add_part (text, g_strdup_printf (_("Line %u"), item->source->line));
  for (guint i = 0; item->kind == PZ_IMPORT_CHANGED && i < schema->n_fields; i++)
    if (item->fields & 1u << i && i != PZ_STANDARD_FILE_ORDER) /* that others came between is no change of it */
      add_part (text, g_strdup (pz_field_get_label (&schema->fields[i])));
  return text->len > 0 ? g_string_free (g_steal_pointer (&text), FALSE) : NULL;
}
