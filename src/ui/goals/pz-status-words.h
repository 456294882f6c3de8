/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-decision.h"

G_BEGIN_DECLS

/* How the status word of a goal looks, everywhere: a shape first, the word, and a colour that says no more than both.
 * The words themselves are those of pz_status_get_label(). */
const char *pz_status_words_get_icon      (PzStatus    status);
const char *pz_status_words_get_css_class (PzStatus    status);
char       *pz_status_words_dup_title     (PzStatus    status);
guint       pz_status_words_get_rank      (PzStatus    status);
PzStatus    pz_status_words_get_ranked    (guint       rank);

G_END_DECLS
