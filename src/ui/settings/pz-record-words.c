/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-record-words.h"

#include <glib/gi18n-lib.h>

static const char *const words[][PZ_N_WORDS] = {
  { N_("Levels"), N_("Your own scale, from the first step to the last. Drag, or use Alt and an arrow key, to change the order."),
    N_("No levels yet"), N_("_Add Level"), N_("New level"), N_("Level"), N_("_Delete Level"), N_("Level deleted"),
    NC_("undo", "New level"), NC_("undo", "Change of a level"), NC_("undo", "Deletion of a level") },
  { N_("Lenses"), N_("Views on fairness you chose, such as the language at home. Insights look through them at the class, never at one child."),
    N_("No lenses yet"), N_("_Add Lens"), N_("New lens"), N_("Lens"), N_("_Delete Lens"), N_("Lens deleted"),
    NC_("undo", "New lens"), NC_("undo", "Change of a lens"), NC_("undo", "Deletion of a lens") },
  { N_("Measures"), N_("What is counted. Goals refer to a measure, so that one scale holds for all."),
    N_("No measures yet"), N_("_Add Measure"), N_("New measure"), N_("Measure"), N_("_Delete Measure"), N_("Measure deleted"),
    NC_("undo", "New measure"), NC_("undo", "Change of a measure"), NC_("undo", "Deletion of a measure") },
  { N_("Strategies"), N_("Tools and approaches you use, so that you can see what goes together with progress."),
    N_("No strategies yet"), N_("_Add Strategy"), N_("New strategy"), N_("Strategy"), N_("_Delete Strategy"), N_("Strategy deleted"),
    NC_("undo", "New strategy"), NC_("undo", "Change of a strategy"), NC_("undo", "Deletion of a strategy") },
  { N_("Phrases"), N_("Sentences you write often. A check-in offers them, so that a few letters are enough."),
    N_("No phrases yet"), N_("_Add Phrase"), N_("New phrase"), N_("Phrase"), N_("_Delete Phrase"), N_("Phrase deleted"),
    NC_("undo", "New phrase"), NC_("undo", "Change of a phrase"), NC_("undo", "Deletion of a phrase") },
};

static const PzRecordType types[] = {
  PZ_RECORD_LEVEL, PZ_RECORD_LENS, PZ_RECORD_MEASURE, PZ_RECORD_STRATEGY, PZ_RECORD_TEMPLATE,
};

G_STATIC_ASSERT (G_N_ELEMENTS (types) == G_N_ELEMENTS (words));

/**
 * pz_record_words_get:
 * @type: a type of record that class settings show
 * @word: what to say
 *
 * Returns: (transfer none): the text, translated
 */
const char *
pz_record_words_get (PzRecordType type,
                     PzRecordWord word)
{
  for (gsize i = 0; i < G_N_ELEMENTS (types); i++)
    if (types[i] == type)
      return word >= PZ_WORD_UNDO_NEW ? g_dpgettext2 (GETTEXT_PACKAGE, "undo", words[i][word]) : _(words[i][word]);
  g_return_val_if_reached (NULL);
}

static char *
dup_learners (PzRecordType type,
              guint        n)
{
  switch (type)
    {
    case PZ_RECORD_LEVEL:
      /* Translators: %u is how many */
      return g_strdup_printf (ngettext ("%u learner is at this level.", "%u learners are at this level.", n), n);
    case PZ_RECORD_LENS:
      /* Translators: %u is how many */
      return g_strdup_printf (ngettext ("%u learner has a value of this lens.", "%u learners have a value of this lens.",
                                        n), n);
    default:
      /* Translators: %u is how many */
      return g_strdup_printf (ngettext ("%u learner has goals with it.", "%u learners have goals with it.", n), n);
    }
}

/**
 * pz_record_words_dup_uses:
 * @type: a type of record that class settings show
 * @uses: what refers to one of them
 *
 * Returns: (transfer full) (nullable): a few sentences for somebody who thinks of deleting it; %NULL when nothing does
 */
char *
pz_record_words_dup_uses (PzRecordType  type,
                          const PzUses *uses)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (uses != NULL, NULL);

  if (uses->learners > 0)
    g_ptr_array_add (parts, dup_learners (type, uses->learners));
  if (uses->activities > 0)
    /* Translators: %u is how many */
    g_ptr_array_add (parts, g_strdup_printf (ngettext ("%u activity uses it.", "%u activities use it.", uses->activities),
                                             uses->activities));
  if (parts->len == 0)
    return NULL;
  g_ptr_array_add (parts, g_strdup (_("Deleting it takes nothing away from them, and can be undone.")));
  g_ptr_array_add (parts, NULL);
  return g_strjoinv (" ", (char **) parts->pdata);
}
