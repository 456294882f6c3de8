/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-quick-entry.h"

G_BEGIN_DECLS

/**
 * PzQuickEntry:
 * @learners: (element-type PzQuickLearner): everybody, in no order
 * @by_key: "class/id" -> the same learners
 * @shown_class: (nullable): id of the class that is shown
 * @n_written: how many entries were written
 * @recent_measure: (nullable): id of the measure written last
 */
struct _PzQuickEntry
{
  GObject parent_instance;

  GPtrArray *learners;
  GHashTable *by_key;
  char *shown_class;
  guint n_written;
  char *recent_measure;
};

/**
 * PzQuickMatch:
 * @learner: somebody the name may mean
 * @grade: how well it fits
 * @n_tokens: how many of the typed tokens are the name
 * @n_whole: how many of the typed words are whole words of it
 */
typedef struct
{
  PzQuickLearner *learner;
  PzQuickGrade grade;
  guint n_tokens;
  guint n_whole;
} PzQuickMatch;

int    pz_quick_entry_compare_readings (gconstpointer      a,
                                        gconstpointer      b,
                                        gpointer           entry);
GArray *pz_quick_entry_list_matches    (PzQuickEntry      *self,
                                        const PzQuickText *text);

G_END_DECLS
