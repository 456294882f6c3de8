/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-before-with-card.h"

#include "pz-before-with.h"
#include "pz-check-in.h"
#include "pz-interval-lane.h"
#include "pz-measure.h"
#include "pz-wrapping-label.h"

#include <glib/gi18n-lib.h>
#include <math.h>

struct _PzBeforeWithCard
{
  AdwBin parent_instance;

  PzGoalFacts *facts;
  GtkWidget *box;
};

G_DEFINE_FINAL_TYPE (PzBeforeWithCard, pz_before_with_card, ADW_TYPE_BIN)

/* the time with the learner alone, whatever it was about: it is what a tool frees or takes */
static GArray *
collect_talks (PzBeforeWithCard *self)
{
  GListModel *records = pz_document_get_records (pz_goal_facts_get_learner (self->facts), PZ_RECORD_CHECK_IN);
  GArray *talks = g_array_new (FALSE, FALSE, sizeof (PzTalk));

  for (guint i = 0; i < g_list_model_get_n_items (records); i++)
    {
      g_autoptr(PzRecord) record = g_list_model_get_item (records, i);
      const PzTalk talk = { pz_day_from_text (pz_record_get_text (record, PZ_CHECK_IN_DATE)),
                            pz_record_get_number (record, PZ_CHECK_IN_MINUTES) };

      if (!pz_record_is_deleted (record) && talk.day > 0 && talk.minutes > 0
          && pz_check_in_get_draft (record).kind == PZ_CHECK_IN_IS_ONE_TO_ONE)
        g_array_append_val (talks, talk);
    }
  return talks;
}

static GtkWidget *
add_label (GtkWidget  *box,
           const char *text,
           const char *css_class)
{
  GtkWidget *label = pz_wrapping_label_new (text, css_class);

  gtk_box_append (GTK_BOX (box), label);
  return label;
}

/* "How sure: likely · 6 points before, 7 points since" */
static void
add_certainty (GtkWidget          *box,
               const PzBeforeWith *found)
{
  g_autofree char *counts = pz_before_with_dup_counts (found);
  g_autofree char *missing = pz_before_with_dup_missing (found);
  /* Translators: %s is one of: not enough yet, early sign, likely, firm */
  g_autofree char *sure = g_strdup_printf (C_("before and with", "How sure: %s"), pz_sure_get_label (found->sure));
  g_autofree char *line = g_strjoin (" · ", sure, counts, missing, NULL);

  add_label (box, line, NULL);
}

/* "Usual value: 54 before, 71 since" */
static void
add_medians (PzBeforeWithCard   *self,
             GtkWidget          *box,
             const PzBeforeWith *found)
{
  PzRecord *measure = pz_goal_facts_get_measure (self->facts);
  g_autofree char *before = NULL;
  g_autofree char *with = NULL;
  g_autofree char *line = NULL;

  if (isnan (found->median_before) || isnan (found->median_with))
    return;
  before = pz_measure_dup_number (measure, pz_measure_round (found->median_before));
  with = pz_measure_dup_value (measure, pz_measure_round (found->median_with), NAN);
  /* Translators: two values, the second one with its unit: the middle ones of those before and since a change */
  line = g_strdup_printf (C_("before and with", "Value in the middle: %1$s before, %2$s since."), before, with);
  add_label (box, line, "pz-dim");
}

static GtkWidget *
make_pair (PzBeforeWithCard   *self,
           const PzBeforeWith *found)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  const char *strategy = pz_goal_facts_get_strategy_name (self->facts, found->with);
  g_autofree char *sentence = pz_before_with_dup_sentence (found, pz_goal_facts_get_progress (self->facts)->range.direction,
                                                           strategy);
  g_autofree char *numbers = pz_before_with_dup_numbers (found);
  g_autofree char *minutes = pz_before_with_dup_minutes (found);

  add_label (box, sentence, "pz-strong");
  if (numbers != NULL)
    {
      const PzOverlap *overlap = &found->verdict.overlap;

      gtk_box_append (GTK_BOX (box), pz_interval_lane_new (overlap->nap, overlap->lower, overlap->upper));
      add_label (box, numbers, "pz-dim");
    }
  add_certainty (box, found);
  add_medians (self, box, found);
  add_label (box, minutes, "pz-dim");
  if (found->confounders != 0)
    add_label (box, C_("before and with", "What else could be behind it:"), "pz-dim");
  for (guint i = 0; i < PZ_N_CONFOUNDERS; i++)
    if (found->confounders & (1u << i))
      {
        g_autofree char *line = g_strconcat ("– ", pz_confounder_get_label (i), NULL);

        add_label (box, line, "pz-dim");
      }
  add_label (box, pz_before_with_get_next (found), NULL);
  return box;
}

static void
update (PzBeforeWithCard *self)
{
  const PzGoalProgress *progress = pz_goal_facts_get_progress (self->facts);
  g_autoptr(GArray) talks = NULL;
  g_autoptr(GArray) list = NULL;
  g_autoptr(PzSchoolDays) days = NULL;
  GtkWidget *head = gtk_widget_get_first_child (self->box);
  GDate today;

  while (gtk_widget_get_next_sibling (head) != NULL)
    gtk_box_remove (GTK_BOX (self->box), gtk_widget_get_next_sibling (head));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
  if (progress == NULL)
    return;
  talks = collect_talks (self);
  days = pz_school_days_new (pz_document_get_owner (pz_classroom_get_document (pz_goal_facts_get_classroom (self->facts))));
  pz_goal_facts_get_today (self->facts, &today);
  list = pz_before_with_list (progress, (const PzTalk *) (gpointer) talks->data, talks->len, days, &today);
  for (guint i = list->len; i > 0; i--)
    {
      if (i < list->len)
        gtk_box_append (GTK_BOX (self->box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
      gtk_box_append (GTK_BOX (self->box), make_pair (self, &g_array_index (list, PzBeforeWith, i - 1)));
    }
  gtk_widget_set_visible (GTK_WIDGET (self), list->len > 0);
}

static void
pz_before_with_card_dispose (GObject *object)
{
  g_clear_object (&PZ_BEFORE_WITH_CARD (object)->facts);
  G_OBJECT_CLASS (pz_before_with_card_parent_class)->dispose (object);
}

static void
pz_before_with_card_class_init (PzBeforeWithCardClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_before_with_card_dispose;
}

static void
pz_before_with_card_init (PzBeforeWithCard *self)
{
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 12);
  add_label (self->box, C_("before and with", "Before and with"), "heading");
  gtk_widget_add_css_class (GTK_WIDGET (self), "card");
  gtk_widget_add_css_class (GTK_WIDGET (self), "pz-goal-card");
  adw_bin_set_child (ADW_BIN (self), self->box);
}

/**
 * pz_before_with_card_new:
 * @facts: of the goal
 *
 * Returns: (transfer floating): the card, the newest change first; it follows the facts
 */
GtkWidget *
pz_before_with_card_new (PzGoalFacts *facts)
{
  PzBeforeWithCard *self;

  g_return_val_if_fail (PZ_IS_GOAL_FACTS (facts), NULL);

  self = g_object_new (PZ_TYPE_BEFORE_WITH_CARD, NULL);
  self->facts = g_object_ref (facts);
  g_signal_connect_object (facts, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
