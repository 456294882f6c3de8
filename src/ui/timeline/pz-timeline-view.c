/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-timeline-view.h"

#include "pz-absence-dialog.h"
#include "pz-check-in-dialog.h"
#include "pz-flow-layout.h"
#include "pz-goal-dialog.h"
#include "pz-privacy.h"
#include "pz-timeline-row.h"

#include <glib/gi18n-lib.h>

/* So many px before the end of the page the next entries are loaded. */
#define AHEAD 800
/* What a frame can take; the texts of a row are dear to lay out. */
#define ROWS_A_FRAME 4

struct _PzTimelineView
{
  GtkBox parent_instance;

  PzTimeline *timeline;
  GtkSliceListModel *rows; /* those of its entries that have a row by now */
  GtkAdjustment *adjustment;
  GtkWidget *filters;
  GtkWidget *list;
  GtkWidget *empty;
  int focused; /* place of a row that had the focus and is about to go; -1 otherwise */
  guint start_source;
  guint more_tick;
};

G_DEFINE_FINAL_TYPE (PzTimelineView, pz_timeline_view, GTK_TYPE_BOX)

static const struct
{
  guint kind;
  const char *label;
  const char *empty;
} filters[] = {
  { PZ_TIMELINE_ALL, NC_("timeline", "All"),
    NC_("timeline", "What is said, seen, measured and done together will stand here, the newest on top.") },
  { PZ_TIMELINE_CHECK_IN, NC_("timeline", "Check-ins"),
    NC_("timeline", "No check-ins yet: a talk, an observation, a word with the family or a note.") },
  { PZ_TIMELINE_MEASUREMENT, NC_("timeline", "Measurements"),
    NC_("timeline", "Nothing was measured yet. Measurements belong to goals.") },
  { PZ_TIMELINE_ACTIVITY, NC_("timeline", "Activities"),
    NC_("timeline", "No activities yet. Those that were held stand here, with the partners of the group.") },
  { PZ_TIMELINE_ABSENCE, NC_("timeline", "Absences"),
    NC_("timeline", "No days away.") },
  { PZ_TIMELINE_CHANGE, NC_("timeline", "Changes"),
    NC_("timeline", "No changes yet: new goals, new ways of teaching and milestones stand here.") },
};

static const char *
translate (const char *text)
{
  return g_dpgettext2 (GETTEXT_PACKAGE, "timeline", text);
}

static void
update_empty (PzTimelineView *self)
{
  gboolean empty = g_list_model_get_n_items (G_LIST_MODEL (self->timeline)) == 0;

  gtk_widget_set_visible (self->list, !empty);
  gtk_widget_set_visible (self->empty, empty && !pz_timeline_is_loading (self->timeline));
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    if (filters[i].kind == pz_timeline_get_kind (self->timeline))
      gtk_label_set_label (GTK_LABEL (self->empty), translate (filters[i].empty));
}

static guint
count_rows (PzTimelineView *self)
{
  return g_list_model_get_n_items (G_LIST_MODEL (self->rows));
}

static gboolean
needs_more (PzTimelineView *self)
{
  double end;

  if (self->adjustment == NULL || self->start_source != 0)
    return FALSE;
  if (pz_timeline_is_complete (self->timeline) && count_rows (self) == g_list_model_get_n_items (G_LIST_MODEL (self->timeline)))
    return FALSE;
  end = gtk_adjustment_get_value (self->adjustment) + gtk_adjustment_get_page_size (self->adjustment);
  return end + AHEAD > gtk_adjustment_get_upper (self->adjustment);
}

/* A few rows a frame: the adjustment knows how high they are before the next ones come. */
static gboolean
more_cb (GtkWidget     *widget,
         GdkFrameClock *clock,
         gpointer       user_data)
{
  PzTimelineView *self = PZ_TIMELINE_VIEW (widget);

  if (needs_more (self))
    {
      guint wanted = count_rows (self) + ROWS_A_FRAME;

      if (wanted > g_list_model_get_n_items (G_LIST_MODEL (self->timeline)))
        pz_timeline_load_more (self->timeline);
      gtk_slice_list_model_set_size (self->rows, wanted);
      return G_SOURCE_CONTINUE;
    }
  self->more_tick = 0;
  return G_SOURCE_REMOVE;
}

/* The adjustment also tells while sizes are given out, when no row may be added. */
static void
adjustment_cb (PzTimelineView *self)
{
  if (self->more_tick == 0 && needs_more (self))
    self->more_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), more_cb, NULL, NULL);
}

/* Before the rows change: is one among them that has the focus? */
static void
items_changing_cb (PzTimelineView *self,
                   guint           position,
                   guint           removed)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->list);
  int place = GTK_IS_LIST_BOX_ROW (row) ? gtk_list_box_row_get_index (GTK_LIST_BOX_ROW (row)) : -1;

  self->focused = place >= (int) position && place < (int) (position + removed) ? place : -1;
}

/* Behind it: the row that stands in its place has it now, or the last one, or the filters. */
static void
items_changed_cb (PzTimelineView *self)
{
  guint n = count_rows (self);

  update_empty (self);
  adjustment_cb (self); /* others of the same height say nothing of themselves */
  if (self->focused < 0)
    return;
  if (n > 0)
    gtk_widget_grab_focus (GTK_WIDGET (gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list),
                                                                      MIN (self->focused, (int) n - 1))));
  else
    gtk_widget_child_focus (self->filters, GTK_DIR_TAB_FORWARD);
  self->focused = -1;
}

static void
filter_toggled_cb (GtkToggleButton *button,
                   PzTimelineView  *self)
{
  if (!gtk_toggle_button_get_active (button))
    return;
  gtk_slice_list_model_set_size (self->rows, ROWS_A_FRAME);
  pz_timeline_set_kind (self->timeline, GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "pz-kind")));
}

/* The goal an entry belongs to, of the learner or of the class. */
static PzRecord *
find_goal (PzTimelineView *self,
           PzTimelineItem *item)
{
  const char *id = pz_timeline_item_get_goal (item);
  PzClassroom *classroom = pz_timeline_get_classroom (self->timeline);
  PzRecord *goal = NULL;

  if (id != NULL)
    goal = pz_document_find (pz_timeline_get_learner (self->timeline), id);
  if (goal == NULL && id != NULL)
    goal = pz_document_find (pz_classroom_get_document (classroom), id);
  return goal != NULL && pz_record_get_record_type (goal) == PZ_RECORD_GOAL ? goal : NULL;
}

static void
open_goal (PzTimelineView *self,
           PzTimelineItem *item)
{
  PzRecord *goal = find_goal (self, item);

  if (goal != NULL)
    pz_goal_dialog_present (GTK_WIDGET (self), pz_timeline_get_classroom (self->timeline),
                            pz_timeline_get_learner (self->timeline), goal, pz_timeline_item_get_record (item));
}

static void
open_item (PzTimelineView *self,
           PzTimelineItem *item)
{
  PzClassroom *classroom = pz_timeline_get_classroom (self->timeline);
  PzDocument *learner = pz_timeline_get_learner (self->timeline);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  GtkWidget *dialog;

  if (!pz_timeline_row_is_editable (item))
    {
      open_goal (self, item);
      return;
    }
  if (pz_timeline_item_get_kind (item) == PZ_TIMELINE_ABSENCE)
    dialog = pz_absence_dialog_new (classroom, learner, pz_timeline_item_get_record (item));
  else
    dialog = pz_check_in_dialog_new (classroom, learner, pz_timeline_item_get_record (item));
  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
row_activated_cb (GtkListBox     *list,
                  GtkListBoxRow  *row,
                  PzTimelineView *self)
{
  open_item (self, pz_timeline_row_get_item (PZ_TIMELINE_ROW (row)));
}

static void
delete_item (PzTimelineView *self,
             PzTimelineItem *item)
{
  PzClassroom *classroom = pz_timeline_get_classroom (self->timeline);
  gboolean is_absence = pz_timeline_item_get_kind (item) == PZ_TIMELINE_ABSENCE;

  pz_document_delete (pz_timeline_item_get_document (item), pz_timeline_item_get_record (item));
  pz_classroom_queue_save (classroom, is_absence ? C_("undo", "Deletion of an absence")
                                                 : C_("undo", "Deletion of a check-in"));
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undo", "s",
                              is_absence ? _("Absence deleted") : _("Check-in deleted"));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                PzTimelineView        *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->list);

  if (keyval != GDK_KEY_Delete && keyval != GDK_KEY_KP_Delete)
    return GDK_EVENT_PROPAGATE;
  if (!PZ_IS_TIMELINE_ROW (row) || !gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row))
      || !pz_timeline_row_is_editable (pz_timeline_row_get_item (PZ_TIMELINE_ROW (row)))
      || pz_classroom_is_read_only (pz_timeline_get_classroom (self->timeline)))
    return GDK_EVENT_PROPAGATE;
  delete_item (self, pz_timeline_row_get_item (PZ_TIMELINE_ROW (row)));
  return GDK_EVENT_STOP;
}

static GtkWidget *
make_row (gpointer item,
          gpointer user_data)
{
  return pz_timeline_row_new (PZ_TIMELINE_VIEW (user_data)->timeline, item);
}

/* Every row says something else now. */
static void
hidden_cb (PzTimelineView *self)
{
  if (self->start_source == 0 && self->list != NULL)
    gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->rows), make_row, self, NULL);
}

/* The page shows first, then come the entries. */
static gboolean
start_cb (gpointer user_data)
{
  PzTimelineView *self = PZ_TIMELINE_VIEW (user_data);

  self->start_source = 0;
  gtk_list_box_bind_model (GTK_LIST_BOX (self->list), G_LIST_MODEL (self->rows), make_row, self, NULL);
  pz_timeline_read_activities (self->timeline);
  update_empty (self);
  adjustment_cb (self);
  return G_SOURCE_REMOVE;
}

static void
pz_timeline_view_dispose (GObject *object)
{
  PzTimelineView *self = PZ_TIMELINE_VIEW (object);

  g_clear_handle_id (&self->start_source, g_source_remove);
  if (self->more_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->more_tick);
  self->more_tick = 0;
  if (self->list != NULL)
    gtk_list_box_bind_model (GTK_LIST_BOX (self->list), NULL, NULL, NULL, NULL);
  self->list = NULL;
  g_clear_object (&self->adjustment);
  if (self->timeline != NULL)
    g_signal_handlers_disconnect_by_data (self->timeline, self);
  g_clear_object (&self->rows);
  g_clear_object (&self->timeline);
  G_OBJECT_CLASS (pz_timeline_view_parent_class)->dispose (object);
}

static void
pz_timeline_view_class_init (PzTimelineViewClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_timeline_view_dispose;
}

static void
add_filters (PzTimelineView *self)
{
  GtkWidget *first = NULL;

  self->filters = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  gtk_widget_set_layout_manager (self->filters, pz_flow_layout_new (5));
  gtk_widget_add_css_class (self->filters, "pz-timeline-filters");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->filters), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("timeline", "Show"), -1);
  for (gsize i = 0; i < G_N_ELEMENTS (filters); i++)
    {
      GtkWidget *button = gtk_toggle_button_new_with_label (translate (filters[i].label));

      gtk_widget_add_css_class (button, "chip");
      gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), i == 0);
      gtk_toggle_button_set_group (GTK_TOGGLE_BUTTON (button), GTK_TOGGLE_BUTTON (first));
      if (first == NULL)
        first = button;
      g_object_set_data (G_OBJECT (button), "pz-kind", GUINT_TO_POINTER (filters[i].kind));
      g_signal_connect_object (button, "toggled", G_CALLBACK (filter_toggled_cb), self, 0);
      gtk_box_append (GTK_BOX (self->filters), button);
    }
  gtk_box_append (GTK_BOX (self), self->filters);
}

static void
add_list (PzTimelineView *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "pz-timeline");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Timeline"), -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (self->list, keys);
  gtk_box_append (GTK_BOX (self), self->list);
  self->empty = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->empty), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->empty), 0);
  gtk_widget_add_css_class (self->empty, "pz-dim");
  gtk_widget_set_margin_top (self->empty, 6);
  gtk_widget_set_visible (self->empty, FALSE);
  gtk_box_append (GTK_BOX (self), self->empty);
}

static void
pz_timeline_view_init (PzTimelineView *self)
{
  GtkWidget *title = gtk_label_new (_("Timeline"));

  self->focused = -1;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_set_spacing (GTK_BOX (self), 12);
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_widget_add_css_class (title, "heading");
  gtk_box_append (GTK_BOX (self), title);
}

/**
 * pz_timeline_view_new:
 * @timeline: what happened with a learner
 *
 * Returns: (transfer floating): the timeline; its entries come when nothing else is to do
 */
GtkWidget *
pz_timeline_view_new (PzTimeline *timeline)
{
  PzTimelineView *self;

  g_return_val_if_fail (PZ_IS_TIMELINE (timeline), NULL);

  self = g_object_new (PZ_TYPE_TIMELINE_VIEW, NULL);
  self->timeline = g_object_ref (timeline);
  add_filters (self);
  add_list (self);
  g_signal_connect_object (timeline, "items-changed", G_CALLBACK (items_changing_cb), self, G_CONNECT_SWAPPED);
  /* behind the handler above: it looks at the rows before they change */
  self->rows = gtk_slice_list_model_new (g_object_ref (G_LIST_MODEL (timeline)), 0, ROWS_A_FRAME);
  g_signal_connect_object (timeline, "items-changed", G_CALLBACK (items_changed_cb), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  g_signal_connect_object (timeline, "notify::complete", G_CALLBACK (update_empty), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (timeline, "notify::loading", G_CALLBACK (update_empty), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (hidden_cb), self, G_CONNECT_SWAPPED);
  self->start_source = g_idle_add (start_cb, self);
  return GTK_WIDGET (self);
}

/**
 * pz_timeline_view_set_adjustment:
 * @self: the view
 * @adjustment: how the page that holds it is scrolled
 */
void
pz_timeline_view_set_adjustment (PzTimelineView *self,
                                 GtkAdjustment  *adjustment)
{
  g_return_if_fail (PZ_IS_TIMELINE_VIEW (self));
  g_return_if_fail (GTK_IS_ADJUSTMENT (adjustment) && self->adjustment == NULL);

  self->adjustment = g_object_ref (adjustment);
  g_signal_connect_object (adjustment, "value-changed", G_CALLBACK (adjustment_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (adjustment, "changed", G_CALLBACK (adjustment_cb), self, G_CONNECT_SWAPPED);
}

/**
 * pz_timeline_view_get_timeline:
 * @self: the view
 *
 * Returns: (transfer none): what it shows
 */
PzTimeline *
pz_timeline_view_get_timeline (PzTimelineView *self)
{
  g_return_val_if_fail (PZ_IS_TIMELINE_VIEW (self), NULL);
  return self->timeline;
}
