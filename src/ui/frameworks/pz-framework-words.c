/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-framework-words.h"

#include "pz-import-words.h"
#include "pz-standard-node.h"

#include <glib/gi18n-lib.h>

/* Longest part of a path, in characters. */
#define MOST_CHARS 40

/**
 * pz_framework_words_summary:
 * @info: a framework
 * @coverage: (nullable): its counts
 *
 * Returns: (transfer full): how many standards it has, how many are retired, and how many have a goal
 */
char *
pz_framework_words_summary (const PzFrameworkInfo *info,
                            const PzCoverage      *coverage)
{
  GString *text;

  g_return_val_if_fail (info != NULL, NULL);

  text = g_string_new (NULL);
  g_string_append_printf (text, ngettext ("%u standard", "%u standards", info->n_standards), info->n_standards);
  if (info->n_retired > 0)
    {
      g_string_append (text, " · ");
      /* Translators: standards the framework does not have any more */
      g_string_append_printf (text, ngettext ("%u retired", "%u retired", info->n_retired), info->n_retired);
    }
  if (coverage != NULL)
    {
      guint n = pz_coverage_get_n_covered (coverage);

      g_string_append (text, " · ");
      /* Translators: standards at which a learner has a goal */
      g_string_append_printf (text, ngettext ("%u with a goal", "%u with a goal", n), n);
    }
  return g_string_free (text, FALSE);
}

static char *
name_part (PzRecord *record)
{
  static const guint fields[] = { PZ_STANDARD_ABBREVIATED, PZ_STANDARD_STATEMENT, PZ_STANDARD_CODE };
  g_autofree char *line = NULL;
  g_autofree char *shortened = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (fields) && line == NULL; i++)
    line = g_strdup (pz_record_get_text (record, fields[i]));
  if (line == NULL)
    return pz_standard_dup_label (record);
  g_strdelimit (line, "\n\t", ' ');
  if (g_utf8_strlen (line, -1) <= MOST_CHARS)
    return g_steal_pointer (&line);
  shortened = g_utf8_substring (line, 0, MOST_CHARS);
  return g_strconcat (shortened, "…", NULL);
}

/**
 * pz_framework_words_path:
 * @tree: the standards of a framework
 * @item: one of them, or %PZ_STANDARD_ROOT
 *
 * Returns: (transfer full) (nullable): what it stands below, from the top; %NULL at the top
 */
char *
pz_framework_words_path (PzStandardTree *tree,
                         guint           item)
{
  g_autoptr(GArray) path = NULL;
  g_autoptr(GString) text = NULL;

  g_return_val_if_fail (PZ_IS_STANDARD_TREE (tree), NULL);

  if (item == PZ_STANDARD_ROOT)
    return NULL;
  path = pz_standard_tree_dup_path (tree, item);
  if (path->len == 0)
    return NULL;
  text = g_string_new (NULL);
  for (guint i = 0; i < path->len; i++)
    {
      g_autofree char *part = name_part (pz_standard_tree_get_record (tree, g_array_index (path, guint, i)));
      g_autofree char *isolated = pz_import_words_isolate (part);

      g_string_append_printf (text, "%s%s", i > 0 ? " › " : "", isolated);
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}

/**
 * pz_framework_words_mark:
 * @fact: counts of a standard
 * @of_one: whether they are of one learner
 *
 * Returns: (transfer full) (nullable): the number at the end of its row: learners with a goal at it or below; of one
 *   learner, standards with a goal. %NULL: none
 */
char *
pz_framework_words_mark (const PzCoverageFact *fact,
                         gboolean              of_one)
{
  guint n;

  g_return_val_if_fail (fact != NULL, NULL);

  n = of_one ? fact->n_standards_below : fact->n_learners_below;
  return n > 0 ? g_strdup_printf ("%u", n) : NULL;
}

/**
 * pz_framework_words_mark_in_full:
 * @fact: counts of a standard
 * @of_one: whether they are of one learner
 *
 * Returns: (transfer full): what the number means
 */
char *
pz_framework_words_mark_in_full (const PzCoverageFact *fact,
                                 gboolean              of_one)
{
  guint n;

  g_return_val_if_fail (fact != NULL, NULL);

  n = of_one ? fact->n_standards_below : fact->n_learners_below;
  if (of_one)
    return g_strdup_printf (ngettext ("a goal at %u standard here or below", "goals at %u standards here or below", n), n);
  return g_strdup_printf (ngettext ("%u learner has a goal here or below", "%u learners have a goal here or below", n), n);
}

/**
 * pz_framework_words_class:
 * @fact: counts of a standard for the class
 * @n_learners: of the class
 *
 * Returns: (transfer full): how many learners have a goal at it, and, when that differs, below it
 */
char *
pz_framework_words_class (const PzCoverageFact *fact,
                          guint                 n_learners)
{
  g_autofree char *here = NULL;
  g_autofree char *below = NULL;

  g_return_val_if_fail (fact != NULL, NULL);

  /* Translators: %1$u of the %2$u learners of the class */
  here = g_strdup_printf (ngettext ("%1$u of %2$u learner has a goal here.", "%1$u of %2$u learners have a goal here.",
                                    n_learners), fact->n_learners, n_learners);
  if (fact->n_learners_below == fact->n_learners)
    return g_steal_pointer (&here);
  /* Translators: %u of the learners of the class; together with what stands below the standard */
  below = g_strdup_printf (ngettext ("Here or below it is %u.", "Here or below there are %u.", fact->n_learners_below),
                           fact->n_learners_below);
  return g_strdup_printf ("%s %s", here, below);
}

/**
 * pz_framework_words_learner:
 * @fact: counts of a standard for one learner
 * @name: of the learner, as it may be shown
 *
 * Returns: (transfer full): how many goals the learner has at it and below it
 */
char *
pz_framework_words_learner (const PzCoverageFact *fact,
                            const char           *name)
{
  g_autofree char *isolated = NULL;
  g_autofree char *here = NULL;
  g_autofree char *below = NULL;
  guint n_below;

  g_return_val_if_fail (fact != NULL && name != NULL, NULL);

  isolated = pz_import_words_isolate (name);
  n_below = fact->n_standards_below - (fact->n_goals > 0 ? 1 : 0);
  if (fact->n_goals == 0)
    /* Translators: the name of a learner */
    here = g_strdup_printf (_("%s has no goal here."), isolated);
  else
    /* Translators: the name of a learner, and a number of goals */
    here = g_strdup_printf (ngettext ("%1$s has %2$u goal here.", "%1$s has %2$u goals here.", fact->n_goals), isolated,
                            fact->n_goals);
  if (n_below == 0)
    return g_steal_pointer (&here);
  below = g_strdup_printf (ngettext ("%u standard below it has one.", "%u standards below it have one.", n_below), n_below);
  return g_strdup_printf ("%s %s", here, below);
}

/* Associations of CASE 1.0 and 1.1; from is what the standard is called that the link begins at. */
static const struct { const char *kind, *from, *to; } links[] = {
  { "exactMatchOf", NC_("standard", "The same as"), NC_("standard", "The same as") },
  { "isRelatedTo", NC_("standard", "Related to"), NC_("standard", "Related to") },
  { "isPeerOf", NC_("standard", "Beside"), NC_("standard", "Beside") },
  { "isPartOf", NC_("standard", "Part of"), NC_("standard", "Has the part") },
  { "precedes", NC_("standard", "Comes before"), NC_("standard", "Comes after") },
  { "replacedBy", NC_("standard", "Replaced by"), NC_("standard", "Replaces") },
  { "exemplar", NC_("standard", "Example"), NC_("standard", "Example of") },
  { "hasSkillLevel", NC_("standard", "Skill level"), NC_("standard", "Skill level of") },
  { "isTranslationOf", NC_("standard", "Translation of"), NC_("standard", "Translated as") },
};

/**
 * pz_framework_words_link:
 * @link: of a standard
 *
 * Returns: (transfer full): how it is linked; a kind nobody knows is said as the file says it
 */
char *
pz_framework_words_link (const PzStandardLink *link)
{
  g_return_val_if_fail (link != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (links); i++)
    if (g_ascii_strcasecmp (links[i].kind, link->kind) == 0)
      return g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "standard", link->is_origin ? links[i].from : links[i].to));
  return g_strdup (link->kind);
}
