/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SimValues:
 * @n: how many were written: the n-th is the text "w000000" with that number
 * @replaced: (element-type gboolean): somebody who saw it wrote over it or took it away
 * @excused: (element-type gboolean): it lay nowhere any more after something came back from a backup
 * @adrift: (element-type gboolean): it was only on its way any more, in an upload that may come late, or never
 * @apart: (element-type gboolean): it was that, or only in an object that a device had set aside
 * @learners: (element-type utf8): id of the learner it was written of
 *
 * Every value that was ever written, for the oracle.
 */
typedef struct
{
  guint n;
  GArray *replaced;
  GArray *excused;
  GArray *adrift;
  GArray *apart;
  GPtrArray *learners;
} SimValues;

void  sim_values_init        (SimValues   *self);
void  sim_values_clear       (SimValues   *self);
char *sim_values_new         (SimValues   *self,
                                   const char  *learner);
void  sim_values_replace     (SimValues   *self,
                                   const char  *text);
/* all that are in the text */
void  sim_values_replace_in  (SimValues   *self,
                                   const char  *text);
void  sim_values_excuse_gone (SimValues   *self,
                                   const char  *there);
void  sim_values_excuse_in   (SimValues   *self,
                                   const char  *text);
/* Values of learners that were removed for good are lost, as they must be; purged: paths of documents as keys. Returns how
 * many of them still stand in the text. */
guint sim_values_excuse_erased (SimValues  *self,
                                   GHashTable  *purged,
                                   const char  *there);
/* there: what lies anywhere, but for what is on its way */
void  sim_values_note_adrift (SimValues   *self,
                                   const char  *there);
/* there: the same without what was set aside */
void  sim_values_note_apart  (SimValues   *self,
                                   const char  *there);
/* What was adrift need not be in the state, and what was apart neither when it lies in a file that is shown to people
 * because it cannot be placed. shown: what lies in such files; other: what lies in all others on the server. */
guint sim_values_count_lost  (SimValues   *self,
                                   const char  *state,
                                   const char  *shown,
                                   const char  *other);

G_END_DECLS
