/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-draft-private.h"

#include "pz-goal-sentence.h"
#include "pz-goal.h"

#include <glib/gi18n-lib.h>

/* The longest title, in characters. */
#define MAX_TITLE 200

/**
 * pz_goal_draft_dup_title:
 * @self: the draft
 *
 * Returns: (transfer full) (nullable): its title; without one, the beginning of what the learner does
 */
char *
pz_goal_draft_dup_title (PzGoalDraft *self)
{
  const char *title, *behaviour;
  g_autofree char *cut = NULL;

  g_return_val_if_fail (PZ_IS_GOAL_DRAFT (self), NULL);

  title = pz_record_get_text (self->goal.record, PZ_GOAL_TITLE);
  behaviour = pz_record_get_text (self->goal.record, PZ_GOAL_BEHAVIOUR);
  if (title != NULL || behaviour == NULL)
    return g_strdup (title);
  cut = g_utf8_substring (behaviour, 0, MIN (g_utf8_strlen (behaviour, -1), MAX_TITLE));
  return pz_goal_sentence_begin (g_strchomp (cut));
}

/**
 * pz_goal_draft_dup_sentence:
 * @self: the draft
 * @classroom: the document of the class
 * @who: (nullable): the name of the learner; %NULL: as many as the draft is for
 *
 * Returns: (transfer full) (nullable): the goal as a sentence; %NULL while it says nothing
 */
char *
pz_goal_draft_dup_sentence (PzGoalDraft *self,
                            PzDocument  *classroom,
                            const char  *who)
{
  g_auto(GStrv) learners = NULL;
  g_autofree char *each = NULL;
  guint n;

  g_return_val_if_fail (PZ_IS_GOAL_DRAFT (self) && PZ_IS_DOCUMENT (classroom), NULL);

  learners = pz_goal_draft_dup_learners (self);
  n = g_strv_length (learners);
  if (who == NULL && n > 1)
    /* Translators: stands for a name in a sentence, as in "each of 3 learners reads aloud"; %u is how many */
    each = g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "each of %u learner", "each of %u learners", n), n);
  return pz_goal_dup_sentence (self->goal.record, pz_goal_find_measure (self->goal.record, classroom),
                               who != NULL ? who : each);
}

/**
 * pz_goal_draft_may_keep:
 * @self: the draft
 * @error: says in a sentence what is missing
 *
 * Returns: whether it says enough to be a goal of somebody
 */
gboolean
pz_goal_draft_may_keep (PzGoalDraft  *self,
                        GError      **error)
{
  g_autofree char *title = NULL;
  const char *text = NULL;

  g_return_val_if_fail (PZ_IS_GOAL_DRAFT (self), FALSE);

  title = pz_goal_draft_dup_title (self);
  if (title == NULL)
    text = _("A goal needs a title, or what the learner does.");
  else if (pz_record_is_empty (self->goal.record, PZ_GOAL_LEARNERS))
    text = _("Choose a learner for the goal.");
  if (text != NULL)
    g_set_error_literal (error, PZ_ERROR, PZ_ERROR_INVALID, text);
  return text == NULL;
}
