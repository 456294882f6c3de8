/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-goal-bar-private.h"

#include "pz-flow-layout.h"
#include "pz-status-words.h"

#include <glib/gi18n-lib.h>

#define SPACING 6 /* px, between two buttons */

G_DEFINE_FINAL_TYPE (PzGoalBar, pz_goal_bar, ADW_TYPE_BIN)

enum
{
  CHANGED,
  ACTIVATE,
  STOP,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

/**
 * pz_goal_bar_tell:
 * @self: the bar
 *
 * Shows what the filter asks for now, and tells of it.
 */
void
pz_goal_bar_tell (PzGoalBar *self)
{
  pz_goal_bar_update_menus (self);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
search_changed_cb (PzGoalBar *self)
{
  if (self->updating)
    return;
  pz_goal_filter_set_search (self->filter, gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
search_activated_cb (PzGoalBar *self)
{
  g_signal_emit (self, signals[ACTIVATE], 0);
}

static void
stop_search_cb (PzGoalBar *self)
{
  if (!pz_goal_bar_escape (self))
    g_signal_emit (self, signals[STOP], 0);
}

static void
all_toggled_cb (PzGoalBar *self)
{
  if (self->updating)
    return;
  pz_goal_filter_clear_statuses (self->filter);
  pz_goal_bar_tell (self);
  pz_goal_bar_update (self); /* it stays pressed when nothing else is */
}

static void
status_toggled_cb (GtkToggleButton *button,
                   PzGoalBar       *self)
{
  PzStatus status = (PzStatus) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (button), "pz-status"));

  if (self->updating)
    return;
  pz_goal_filter_set_status (self->filter, status, gtk_toggle_button_get_active (button));
  pz_goal_bar_tell (self);
}

static GtkWidget *
make_pill (PzGoalBar  *self,
           const char *icon,
           const char *css_class)
{
  GtkWidget *button = gtk_toggle_button_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, SPACING);
  GtkWidget *label = gtk_label_new (NULL);
  GtkWidget *count = gtk_label_new (NULL);

  if (icon != NULL)
    {
      GtkWidget *image = gtk_image_new_from_icon_name (icon);

      gtk_widget_add_css_class (image, css_class);
      gtk_box_append (GTK_BOX (box), image);
    }
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), count);
  gtk_widget_add_css_class (count, "pz-count");
  gtk_widget_add_css_class (count, "pz-pill-count");
  gtk_button_set_child (GTK_BUTTON (button), box);
  gtk_widget_add_css_class (button, "chip");
  gtk_widget_add_css_class (button, "pz-pill");
  g_object_set_data (G_OBJECT (button), "pz-label", label);
  g_object_set_data (G_OBJECT (button), "pz-count", count);
  gtk_box_append (GTK_BOX (self->pills), button);
  return button;
}

static void
add_pills (PzGoalBar *self)
{
  self->all_button = make_pill (self, NULL, NULL);
  g_signal_connect_object (self->all_button, "toggled", G_CALLBACK (all_toggled_cb), self, G_CONNECT_SWAPPED);
  for (guint rank = 0; rank < PZ_N_STATUSES; rank++)
    {
      PzStatus status = pz_status_words_get_ranked (rank);
      GtkWidget *button = make_pill (self, pz_status_words_get_icon (status), pz_status_words_get_css_class (status));

      g_object_set_data (G_OBJECT (button), "pz-status", GUINT_TO_POINTER (status));
      g_signal_connect_object (button, "toggled", G_CALLBACK (status_toggled_cb), self, 0);
      self->status_buttons[status] = button;
    }
}

static void
update_pill (GtkWidget  *button,
             const char *title,
             guint       n,
             gboolean    active)
{
  g_autofree char *count = g_strdup_printf ("%u", n);
  g_autofree char *name = NULL;

  /* Translators: a status word and how many goals have it; for a button: Not on the way: 6 goals */
  name = g_strdup_printf (ngettext ("%1$s: %2$u goal", "%1$s: %2$u goals", n), title, n);
  gtk_label_set_text (g_object_get_data (G_OBJECT (button), "pz-label"), title);
  gtk_label_set_text (g_object_get_data (G_OBJECT (button), "pz-count"), count);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
}

/* In its bin, or in something to push in the bin: what can be pushed does not ask how high its lines get. */
static void
arrange (GtkWidget *box,
         gboolean   narrow)
{
  GtkWidget *bin = gtk_widget_get_ancestor (gtk_widget_get_parent (box), ADW_TYPE_BIN);
  GtkWidget *holder = adw_bin_get_child (ADW_BIN (bin));

  g_object_ref (box);
  if (holder != box)
    gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (holder), NULL);
  adw_bin_set_child (ADW_BIN (bin), NULL);
  if (narrow)
    {
      GtkLayoutManager *line = gtk_box_layout_new (GTK_ORIENTATION_HORIZONTAL);
      GtkWidget *scroller = gtk_scrolled_window_new ();

      gtk_box_layout_set_spacing (GTK_BOX_LAYOUT (line), SPACING);
      gtk_widget_set_layout_manager (box, line);
      gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_EXTERNAL, GTK_POLICY_NEVER);
      gtk_widget_set_focusable (scroller, FALSE);
      gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), box);
      adw_bin_set_child (ADW_BIN (bin), scroller);
    }
  else
    {
      gtk_widget_set_layout_manager (box, pz_flow_layout_new (SPACING));
      adw_bin_set_child (ADW_BIN (bin), box);
    }
  g_object_unref (box);
}

static void
pz_goal_bar_dispose (GObject *object)
{
  PzGoalBar *self = PZ_GOAL_BAR (object);

  g_clear_object (&self->list);
  g_clear_object (&self->found);
  g_clear_object (&self->standards);
  G_OBJECT_CLASS (pz_goal_bar_parent_class)->dispose (object);
}

static void
pz_goal_bar_finalize (GObject *object)
{
  PzGoalBar *self = PZ_GOAL_BAR (object);

  g_clear_object (&self->actions);
  pz_goal_filter_free (self->filter);
  G_OBJECT_CLASS (pz_goal_bar_parent_class)->finalize (object);
}

static void
pz_goal_bar_class_init (PzGoalBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  static const char *const names[N_SIGNALS] = { "changed", "activate", "stop" };

  G_OBJECT_CLASS (klass)->dispose = pz_goal_bar_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_goal_bar_finalize;
  for (guint i = 0; i < N_SIGNALS; i++)
    signals[i] = g_signal_new (names[i], G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                               G_TYPE_NONE, 0);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-goal-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, PzGoalBar, first_line);
  gtk_widget_class_bind_template_child (widget_class, PzGoalBar, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PzGoalBar, menus);
  gtk_widget_class_bind_template_child (widget_class, PzGoalBar, pills);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
}

static void
pz_goal_bar_init (PzGoalBar *self)
{
  self->filter = pz_goal_filter_new ();
  self->actions = g_simple_action_group_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_insert_action_group (GTK_WIDGET (self), "goals", G_ACTION_GROUP (self->actions));
  pz_goal_bar_add_menus (self);
  add_pills (self);
  self->narrow = -1;
  pz_goal_bar_set_narrow (self, FALSE);
  pz_goal_bar_update (self);
}

/**
 * pz_goal_bar_new:
 *
 * Returns: (transfer floating): the bar, without a class
 */
GtkWidget *
pz_goal_bar_new (void)
{
  return g_object_new (PZ_TYPE_GOAL_BAR, NULL);
}

/**
 * pz_goal_bar_set_list:
 * @self: the bar
 * @list: (nullable): the goals of a class
 * @found: (nullable): those that are shown; counts come from there
 *
 * Begins anew, with no condition.
 */
void
pz_goal_bar_set_list (PzGoalBar   *self,
                      PzGoalList  *list,
                      PzGoalFound *found)
{
  g_return_if_fail (PZ_IS_GOAL_BAR (self));

  g_clear_object (&self->list);
  g_clear_object (&self->found);
  pz_goal_bar_clear (self);
  g_clear_object (&self->standards);
  self->has_standards = FALSE;
  g_set_object (&self->list, list);
  g_set_object (&self->found, found);
  if (list != NULL)
    {
      self->standards = pz_standard_names_new (pz_goal_list_get_classroom (list));
      self->has_standards = pz_standard_names_has_any (self->standards);
      g_signal_connect_object (self->standards, "changed", G_CALLBACK (pz_goal_bar_update), self, G_CONNECT_SWAPPED);
    }
  pz_goal_bar_update (self);
}

/**
 * pz_goal_bar_peek_filter:
 * @self: the bar
 *
 * Returns: (transfer none): what is chosen
 */
const PzGoalFilter *
pz_goal_bar_peek_filter (PzGoalBar *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_BAR (self), NULL);
  return self->filter;
}

/**
 * pz_goal_bar_clear:
 * @self: the bar
 *
 * Takes every condition back, the search too.
 */
void
pz_goal_bar_clear (PzGoalBar *self)
{
  g_return_if_fail (PZ_IS_GOAL_BAR (self));

  pz_goal_filter_free (self->filter);
  self->filter = pz_goal_filter_new ();
  self->updating = TRUE;
  gtk_editable_delete_text (GTK_EDITABLE (self->search_entry), 0, -1);
  self->updating = FALSE;
  pz_goal_bar_tell (self);
}

/**
 * pz_goal_bar_update:
 * @self: the bar
 *
 * Shows the counts of now, and which status words are chosen.
 */
void
pz_goal_bar_update (PzGoalBar *self)
{
  g_return_if_fail (PZ_IS_GOAL_BAR (self));

  self->updating = TRUE;
  update_pill (self->all_button, C_("goals", "All"), self->found != NULL ? pz_goal_found_count_any (self->found) : 0,
               pz_goal_filter_any_status (self->filter));
  for (guint status = 0; status < PZ_N_STATUSES; status++)
    {
      g_autofree char *title = pz_status_words_dup_title (status);

      update_pill (self->status_buttons[status], title, self->found != NULL ? pz_goal_found_count (self->found, status) : 0,
                   pz_goal_filter_has_status (self->filter, status));
    }
  self->updating = FALSE;
  pz_goal_bar_update_menus (self);
}

/**
 * pz_goal_bar_set_narrow:
 * @self: the bar
 * @narrow: whether menus and status words stand in one line each that is pushed sideways; else they begin new lines
 */
void
pz_goal_bar_set_narrow (PzGoalBar *self,
                        gboolean   narrow)
{
  g_return_if_fail (PZ_IS_GOAL_BAR (self));

  if (self->narrow == (narrow ? 1 : 0))
    return;
  self->narrow = narrow ? 1 : 0;
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->first_line),
                                  narrow ? GTK_ORIENTATION_VERTICAL : GTK_ORIENTATION_HORIZONTAL);
  arrange (self->menus, narrow);
  arrange (self->pills, narrow);
}

/**
 * pz_goal_bar_start_search:
 * @self: the bar
 * @text: (nullable): typed already; %NULL selects what is there
 *
 * Puts the focus into the search.
 */
void
pz_goal_bar_start_search (PzGoalBar  *self,
                          const char *text)
{
  GtkEditable *entry;
  int end = -1;

  g_return_if_fail (PZ_IS_GOAL_BAR (self));

  entry = GTK_EDITABLE (self->search_entry);
  gtk_widget_grab_focus (self->search_entry);
  if (text == NULL)
    {
      gtk_editable_select_region (entry, 0, -1);
      return;
    }
  gtk_editable_insert_text (entry, text, -1, &end);
  gtk_editable_set_position (entry, -1);
}

/**
 * pz_goal_bar_escape:
 * @self: the bar
 *
 * Takes back what was typed, or else what was chosen.
 *
 * Returns: whether there was something to take back
 */
gboolean
pz_goal_bar_escape (PzGoalBar *self)
{
  g_return_val_if_fail (PZ_IS_GOAL_BAR (self), FALSE);

  if (*gtk_editable_get_text (GTK_EDITABLE (self->search_entry)) != '\0')
    gtk_editable_delete_text (GTK_EDITABLE (self->search_entry), 0, -1);
  else if (!pz_goal_filter_is_plain (self->filter))
    pz_goal_bar_clear (self);
  else
    return FALSE;
  return TRUE;
}
