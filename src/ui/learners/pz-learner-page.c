/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-page.h"

#include "pz-columns-layout.h"
#include "pz-conflict-strip.h"
#include "pz-learner-details.h"
#include "pz-learner-goals.h"
#include "pz-learner-header.h"
#include "pz-record-chips.h"
#include "pz-scroll-layout.h"
#include "pz-timeline-view.h"

#define CLAMP_WIDTH 690
#define PORTRAIT_COLUMN 220 /* px, least width of a column of the portrait while there are two */

struct _PzLearnerPage
{
  AdwBin parent_instance;

  PzClassroom *classroom;
  PzDocument *document;
  PzLearnerFacts *facts;

  GtkWidget *scroller;
  GtkWidget *box;
  GtkWidget *header;
  GtkWidget *details;
  GtkWidget *timeline;
};

G_DEFINE_FINAL_TYPE (PzLearnerPage, pz_learner_page, ADW_TYPE_BIN)

static const struct
{
  guint field;
  const char *icon;
} portrait[] = {
  { PZ_LEARNER_STRENGTHS, "starred-symbolic" },
  { PZ_LEARNER_NEEDS, "mark-location-symbolic" },
  { PZ_LEARNER_INTERESTS, "emote-love-symbolic" },
  { PZ_LEARNER_SUPPORTS, "preferences-desktop-accessibility-symbolic" },
};

static void
add_portrait (PzLearnerPage *self,
              PzClassValues *values)
{
  GtkWidget *area = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  gtk_widget_set_layout_manager (area, pz_columns_layout_new (18, PORTRAIT_COLUMN, 2));
  for (gsize i = 0; i < G_N_ELEMENTS (portrait); i++)
    {
      const PzEdit edit = { self->classroom, pz_document_get_owner (self->document), portrait[i].field };

      gtk_box_append (GTK_BOX (area), pz_record_chips_new (&edit, values, portrait[i].icon));
    }
  gtk_box_append (GTK_BOX (self->box), area);
}

static void
add_timeline (PzLearnerPage *self)
{
  g_autoptr(PzTimeline) timeline = pz_timeline_new (self->classroom, self->document);

  self->timeline = pz_timeline_view_new (timeline);
  pz_timeline_view_set_adjustment (PZ_TIMELINE_VIEW (self->timeline),
                                   gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)));
  gtk_box_append (GTK_BOX (self->box), self->timeline);
}

static void
class_changed_cb (PzLearnerPage *self)
{
  pz_learner_facts_update (self->facts);
  pz_learner_header_update (PZ_LEARNER_HEADER (self->header));
}

static void
pz_learner_page_dispose (GObject *object)
{
  PzLearnerPage *self = PZ_LEARNER_PAGE (object);

  if (self->details != NULL)
    pz_learner_page_commit (self);
  self->details = NULL;
  g_clear_object (&self->classroom);
  g_clear_object (&self->document);
  g_clear_object (&self->facts);
  G_OBJECT_CLASS (pz_learner_page_parent_class)->dispose (object);
}

static void
pz_learner_page_class_init (PzLearnerPageClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_learner_page_dispose;
}

static void
pz_learner_page_init (PzLearnerPage *self)
{
  GtkWidget *clamp = adw_clamp_new ();

  self->scroller = gtk_scrolled_window_new ();
  self->box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 24);
  gtk_widget_add_css_class (self->box, "pz-page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), CLAMP_WIDTH);
  adw_clamp_set_child (ADW_CLAMP (clamp), self->box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (self->scroller), GTK_POLICY_NEVER, GTK_POLICY_AUTOMATIC);
  gtk_widget_set_focusable (self->scroller, FALSE);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (self->scroller), clamp);
  adw_bin_set_child (ADW_BIN (self), self->scroller);
  gtk_widget_set_layout_manager (GTK_WIDGET (self), pz_scroll_layout_new ());
}

/**
 * pz_learner_page_new:
 * @classroom: saves what is changed
 * @document: the learner
 * @facts: what the class knows
 * @values: what to offer where chips are added
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
pz_learner_page_new (PzClassroom    *classroom,
                     PzDocument     *document,
                     PzLearnerFacts *facts,
                     PzClassValues  *values)
{
  PzLearnerPage *self;
  PzDocument *own;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);
  g_return_val_if_fail (PZ_IS_DOCUMENT (document), NULL);

  self = g_object_new (PZ_TYPE_LEARNER_PAGE, NULL);
  self->classroom = g_object_ref (classroom);
  self->document = g_object_ref (document);
  self->facts = g_object_ref (facts);
  self->header = pz_learner_header_new (classroom, document, facts);
  gtk_box_append (GTK_BOX (self->box), self->header);
  gtk_box_append (GTK_BOX (self->box), pz_conflict_strip_new (document));
  add_portrait (self, values);
  gtk_box_append (GTK_BOX (self->box), pz_learner_goals_new (classroom, document));
  self->details = pz_learner_details_new (classroom, document, values);
  gtk_box_append (GTK_BOX (self->box), self->details);
  add_timeline (self);
  own = pz_classroom_get_document (classroom);
  g_signal_connect_object (own, "changed", G_CALLBACK (class_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (own, "reloaded", G_CALLBACK (class_changed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * pz_learner_page_get_id:
 * @self: the page
 *
 * Returns: the id of the learner
 */
const char *
pz_learner_page_get_id (PzLearnerPage *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_PAGE (self), NULL);
  return pz_document_get_id (self->document);
}

/**
 * pz_learner_page_get_document:
 * @self: the page
 *
 * Returns: (transfer none): the learner
 */
PzDocument *
pz_learner_page_get_document (PzLearnerPage *self)
{
  g_return_val_if_fail (PZ_IS_LEARNER_PAGE (self), NULL);
  return self->document;
}

/**
 * pz_learner_page_focus_name:
 * @self: the page
 *
 * Puts the keyboard focus where the given name is written: for a learner who is new.
 */
void
pz_learner_page_focus_name (PzLearnerPage *self)
{
  g_return_if_fail (PZ_IS_LEARNER_PAGE (self));
  pz_learner_details_focus_name (PZ_LEARNER_DETAILS (self->details));
}

/**
 * pz_learner_page_commit:
 * @self: the page
 *
 * Takes over what is being typed, as if the field had been left.
 */
void
pz_learner_page_commit (PzLearnerPage *self)
{
  g_return_if_fail (PZ_IS_LEARNER_PAGE (self));
  pz_learner_details_commit (PZ_LEARNER_DETAILS (self->details));
}
