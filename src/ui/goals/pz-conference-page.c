/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-conference-page.h"

#include "pz-conference-card.h"
#include "pz-conference-look.h"
#include "pz-conference-print.h"
#include "pz-privacy.h"
#include "pz-status.h"
#include "pz-view.h"

#include <glib/gi18n-lib.h>

struct _PzConferencePage
{
  AdwBin parent_instance;

  PzClassroom *classroom; /* NULL once the class was let go */
  PzDocument *learner;
  guint idle;             /* a change waits to be shown; 0: none */

  GtkWidget *header;
  GtkWidget *name;
  GtkWidget *line;
  GtkWidget *cards;       /* PzConferenceCard, one for each goal */
  GtkWidget *empty;
};

static void pz_conference_page_view_init (PzViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (PzConferencePage, pz_conference_page, ADW_TYPE_BIN,
                               G_IMPLEMENT_INTERFACE (PZ_TYPE_VIEW, pz_conference_page_view_init))

static guint done_signal;

/* ---- what is shown ---- */

static PzConference *
make_conference (PzConferencePage *self)
{
  g_auto(PzConferenceLook) look = { 0 };

  pz_conference_look_init (&look, self->classroom, self->learner);
  return pz_conference_new (self->learner, pz_classroom_get_document (self->classroom), &look);
}

static GtkWidget *
find_card (PzConferencePage *self,
           const char       *goal)
{
  GtkWidget *card = gtk_widget_get_first_child (self->cards);

  while (card != NULL && g_strcmp0 (pz_conference_card_get_goal (PZ_CONFERENCE_CARD (card)), goal) != 0)
    card = gtk_widget_get_next_sibling (card);
  return card;
}

static gboolean
has_goal (const PzConference *conference,
          const char         *id)
{
  for (guint i = 0; i < conference->goals->len; i++)
    if (g_strcmp0 (((PzConferenceGoal *) conference->goals->pdata[i])->id, id) == 0)
      return TRUE;
  return FALSE;
}

/* A card that stays is not made anew: somebody may be writing in it. */
static void
show_cards (PzConferencePage   *self,
            const PzConference *conference)
{
  GtkWidget *card = gtk_widget_get_first_child (self->cards), *before = NULL;

  while (card != NULL)
    {
      GtkWidget *next = gtk_widget_get_next_sibling (card);

      if (!has_goal (conference, pz_conference_card_get_goal (PZ_CONFERENCE_CARD (card))))
        gtk_box_remove (GTK_BOX (self->cards), card);
      card = next;
    }
  for (guint i = 0; i < conference->goals->len; i++)
    {
      const char *goal = ((PzConferenceGoal *) conference->goals->pdata[i])->id;

      card = find_card (self, goal);
      if (card == NULL)
        {
          card = pz_conference_card_new (self->classroom, self->learner, goal);
          gtk_box_append (GTK_BOX (self->cards), card);
        }
      gtk_box_reorder_child_after (GTK_BOX (self->cards), card, before);
      before = card;
    }
}

static void
update (PzConferencePage *self)
{
  g_autoptr(PzConference) conference = NULL;

  if (self->classroom == NULL)
    return;
  conference = make_conference (self);
  gtk_label_set_label (GTK_LABEL (self->name), conference->name);
  gtk_widget_set_tooltip_text (self->name, conference->name);
  gtk_label_set_label (GTK_LABEL (self->line), conference->line);
  show_cards (self, conference);
  gtk_widget_set_visible (self->cards, conference->goals->len > 0);
  gtk_widget_set_visible (self->empty, conference->goals->len == 0);
  if (conference->goals->len == 0)
    pz_status_show (ADW_STATUS_PAGE (self->empty), "emoji-flags-symbolic", NULL, NULL);
}

static gboolean
idle_cb (gpointer user_data)
{
  PzConferencePage *self = PZ_CONFERENCE_PAGE (user_data);

  self->idle = 0;
  update (self);
  return G_SOURCE_REMOVE;
}

/* a step changes many fields: all of them are looked at once */
static void
changed_cb (PzConferencePage *self)
{
  if (self->idle == 0)
    self->idle = g_idle_add (idle_cb, self);
}

/* ---- the view ---- */

static void
let_class_go (PzConferencePage *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_object (&self->classroom);
}

static void
view_set_class (PzView        *view,
                PzClassroom   *classroom,
                PzLearnerList *list)
{
  PzConferencePage *self = PZ_CONFERENCE_PAGE (view);

  if (classroom != self->classroom)
    {
      let_class_go (self);
      g_signal_emit (self, done_signal, 0);
    }
}

static void
view_set_leading (PzView   *view,
                  gboolean  leading)
{
  PzConferencePage *self = PZ_CONFERENCE_PAGE (view);

  adw_header_bar_set_show_start_title_buttons (ADW_HEADER_BAR (self->header), leading);
  if (leading)
    gtk_widget_add_css_class (GTK_WIDGET (self), "pz-narrow");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "pz-narrow");
}

static gboolean
view_go_back (PzView *view)
{
  pz_view_commit (view);
  g_signal_emit (view, done_signal, 0);
  return TRUE;
}

static void
view_start_search (PzView *view)
{
}

static gboolean
view_move_focus (PzView   *view,
                 gboolean  forward)
{
  PzConferencePage *self = PZ_CONFERENCE_PAGE (view);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL)
    return FALSE;
  return gtk_widget_child_focus (gtk_widget_get_visible (self->cards) ? self->cards : GTK_WIDGET (self), GTK_DIR_TAB_FORWARD);
}

/* own words that were not kept yet: they were meant */
static void
view_commit (PzView *view)
{
  GtkWidget *card = gtk_widget_get_first_child (PZ_CONFERENCE_PAGE (view)->cards);

  for (; card != NULL; card = gtk_widget_get_next_sibling (card))
    pz_conference_card_keep (PZ_CONFERENCE_CARD (card));
}

static gboolean
view_can_print (PzView *view)
{
  return PZ_CONFERENCE_PAGE (view)->classroom != NULL;
}

static void
view_print (PzView *view)
{
  pz_conference_page_print (PZ_CONFERENCE_PAGE (view));
}

static void
pz_conference_page_view_init (PzViewInterface *iface)
{
  iface->set_class = view_set_class;
  iface->set_leading = view_set_leading;
  iface->go_back = view_go_back;
  iface->start_search = view_start_search;
  iface->move_focus = view_move_focus;
  iface->commit = view_commit;
  iface->can_print = view_can_print;
  iface->print = view_print;
}

static void
pz_conference_page_dispose (GObject *object)
{
  PzConferencePage *self = PZ_CONFERENCE_PAGE (object);

  let_class_go (self);
  g_clear_object (&self->learner);
  G_OBJECT_CLASS (pz_conference_page_parent_class)->dispose (object);
}

static void
pz_conference_page_class_init (PzConferencePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_conference_page_dispose;
  /**
   * PzConferencePage::done:
   *
   * The page is left.
   */
  done_signal = g_signal_new ("done", PZ_TYPE_CONFERENCE_PAGE, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-conference-page.ui");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_bind_template_child (widget_class, PzConferencePage, header);
  gtk_widget_class_bind_template_child (widget_class, PzConferencePage, name);
  gtk_widget_class_bind_template_child (widget_class, PzConferencePage, line);
  gtk_widget_class_bind_template_child (widget_class, PzConferencePage, cards);
  gtk_widget_class_bind_template_child (widget_class, PzConferencePage, empty);
}

static void
pz_conference_page_init (PzConferencePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  pz_status_init (ADW_STATUS_PAGE (self->empty));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, C_("conference", "Conference"), -1);
}

/**
 * pz_conference_page_new:
 * @classroom: saves what is written
 * @learner: the document of a learner
 *
 * Returns: (transfer floating): the page; it follows the documents
 */
GtkWidget *
pz_conference_page_new (PzClassroom *classroom,
                        PzDocument  *learner)
{
  PzConferencePage *self;
  PzDocument *documents[2];

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (learner), NULL);

  self = g_object_new (PZ_TYPE_CONFERENCE_PAGE, NULL);
  self->classroom = g_object_ref (classroom);
  self->learner = g_object_ref (learner);
  documents[0] = learner;
  documents[1] = pz_classroom_get_document (classroom);
  for (gsize i = 0; i < G_N_ELEMENTS (documents); i++)
    {
      g_signal_connect_object (documents[i], "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
      g_signal_connect_object (documents[i], "reloaded", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
    }
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_conference_page_get_learner:
 * @self: the page
 *
 * Returns: (transfer none): the document of the learner
 */
PzDocument *
pz_conference_page_get_learner (PzConferencePage *self)
{
  g_return_val_if_fail (PZ_IS_CONFERENCE_PAGE (self), NULL);
  return self->learner;
}

/**
 * pz_conference_page_make_print:
 * @self: the page, with its class
 *
 * Returns: (transfer full): prints what the page shows now on one sheet, names as hidden as they are on the screen
 */
GtkPrintOperation *
pz_conference_page_make_print (PzConferencePage *self)
{
  g_return_val_if_fail (PZ_IS_CONFERENCE_PAGE (self) && self->classroom != NULL, NULL);

  pz_view_commit (PZ_VIEW (self)); /* what is being written is on the sheet, too */
  return pz_conference_print_new (make_conference (self));
}

/**
 * pz_conference_page_print:
 * @self: the page, in a window
 *
 * Asks where to print, and prints; what went wrong is said by the window.
 */
void
pz_conference_page_print (PzConferencePage *self)
{
  g_autoptr(GtkPrintOperation) print = NULL;
  g_autoptr(GError) error = NULL;
  GtkRoot *root;

  g_return_if_fail (PZ_IS_CONFERENCE_PAGE (self));

  root = gtk_widget_get_root (GTK_WIDGET (self));
  print = pz_conference_page_make_print (self);
  gtk_print_operation_set_allow_async (print, TRUE);
  if (gtk_print_operation_run (print, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                               &error) == GTK_PRINT_OPERATION_RESULT_ERROR)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", error->message);
}
