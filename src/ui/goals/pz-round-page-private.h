/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "pz-round-page.h"

G_BEGIN_DECLS

#define ROUND_LINES_A_TURN 12

/* Inside of the Round: what is typed is in pz-round-entry.c, what is chosen above the lines in pz-round-choices.c. */
struct _PzRoundPage
{
  AdwBin parent_instance;

  PzClassroom *classroom; /* NULL when it was let go */
  GCancellable *reading;
  char *measure;          /* id; NULL before something was read */
  guint32 day;
  char *date;
  PzHelp help;
  GPtrArray *rows;        /* PzRoundRow; NULL before something was read */
  GPtrArray *lines;       /* PzRoundLine, as many of the rows as are there by now */
  GPtrArray *measures;    /* PzRecord, those that can be chosen */
  GHashTable *documents;  /* id -> PzDocument, those that were changed */
  guint fill_source;
  gboolean narrow;

  GtkWidget *header;
  GtkWidget *title;
  GtkWidget *done_button;
  GtkWidget *choices;
  GtkWidget *measure_button;
  GtkWidget *measure_label;
  GtkWidget *day_button;
  GtkWidget *day_label;
  GtkWidget *help_button;
  GtkWidget *help_label;
  GtkWidget *counts;
  GtkWidget *progress;
  GtkWidget *stack;
  GtkWidget *empty;
  GtkWidget *columns;
  GtkWidget *first;
  GtkWidget *second;
  GtkWidget *keys;
};

void pz_round_page_read           (PzRoundPage *self);
void pz_round_page_set_day        (PzRoundPage *self,
                                   guint32      day);
void pz_round_page_show_counts    (PzRoundPage *self);
void pz_round_page_connect        (PzRoundPage *self,
                                   PzRoundLine *line);
void pz_round_page_focus_from     (PzRoundPage *self,
                                   guint        position);
void pz_round_page_add_choices    (PzRoundPage *self);
void pz_round_page_offer_measures (PzRoundPage *self,
                                   GPtrArray   *measures);
void pz_round_page_show_choices   (PzRoundPage *self);

G_END_DECLS
