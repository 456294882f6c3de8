/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-status-words.h"

static const struct
{
  const char *icon;
  const char *css_class;
} looks[PZ_N_STATUSES] = {
  [PZ_STATUS_MET] = { "object-select-symbolic", "pz-status-met" },
  [PZ_STATUS_NEEDS_DATA] = { "document-edit-symbolic", "pz-status-needs-data" },
  [PZ_STATUS_TOO_EARLY] = { "view-more-horizontal-symbolic", "pz-status-too-early" },
  [PZ_STATUS_ON_THE_WAY] = { "media-playback-start-symbolic", "pz-status-on-the-way" },
  [PZ_STATUS_NOT_ON_THE_WAY] = { "dialog-warning-symbolic", "pz-status-not-on-the-way" },
  [PZ_STATUS_CANNOT_TELL] = { "dialog-question-symbolic", "pz-status-cannot-tell" },
};

/* what asks something of the teacher comes first */
static const PzStatus ranked[PZ_N_STATUSES] = {
  PZ_STATUS_NOT_ON_THE_WAY, PZ_STATUS_NEEDS_DATA, PZ_STATUS_CANNOT_TELL,
  PZ_STATUS_TOO_EARLY,      PZ_STATUS_ON_THE_WAY, PZ_STATUS_MET,
};

/**
 * pz_status_words_get_icon:
 * @status: one of them
 *
 * Returns: name of a symbolic icon; no two have the same
 */
const char *
pz_status_words_get_icon (PzStatus status)
{
  g_return_val_if_fail (status < PZ_N_STATUSES, NULL);
  return looks[status].icon;
}

/**
 * pz_status_words_get_css_class:
 * @status: one of them
 *
 * Returns: class of the style sheet that gives the colour of word and icon
 */
const char *
pz_status_words_get_css_class (PzStatus status)
{
  g_return_val_if_fail (status < PZ_N_STATUSES, NULL);
  return looks[status].css_class;
}

/**
 * pz_status_words_dup_title:
 * @status: one of them
 *
 * Returns: (transfer full): the word as it stands alone, on a button or in a column: "Not on the way"
 */
char *
pz_status_words_dup_title (PzStatus status)
{
  const char *label = pz_status_get_label (status);
  g_autofree char *first = NULL;

  g_return_val_if_fail (label != NULL, NULL);

  first = g_utf8_strup (label, g_utf8_next_char (label) - label);
  return g_strconcat (first, g_utf8_next_char (label), NULL);
}

/**
 * pz_status_words_get_rank:
 * @status: one of them
 *
 * Returns: its place in lists, from 0: what asks something of the teacher comes first
 */
guint
pz_status_words_get_rank (PzStatus status)
{
  guint rank = 0;

  g_return_val_if_fail (status < PZ_N_STATUSES, 0);

  while (ranked[rank] != status)
    rank++;
  return rank;
}

/**
 * pz_status_words_get_ranked:
 * @rank: a place in lists, less than %PZ_N_STATUSES
 *
 * Returns: the status there
 */
PzStatus
pz_status_words_get_ranked (guint rank)
{
  g_return_val_if_fail (rank < PZ_N_STATUSES, PZ_STATUS_MET);
  return ranked[rank];
}
