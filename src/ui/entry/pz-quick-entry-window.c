/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-quick-entry-window.h"

#include "pz-compat.h"
#include "pz-flow-layout.h"
#include "pz-key-hints.h"
#include "pz-privacy.h"
#include "pz-quick-line-row.h"
#include "pz-quick-row.h"

#include <glib/gi18n-lib.h>

/* px */
#define WIDTH 640
#define HEIGHT 520
#define LEAST 120
#define CHROME 130 /* field, keys and lines at the least: the rest of the height is for what can be meant */
#define MARGIN 24
#define PART_SPACING 6
#define ROW_MARGIN 6
/* ms: more than a frame */
#define SCROLL_DELAY 30

struct _PzQuickEntryWindow
{
  AdwWindow parent_instance;

  PzQuickSession *session;
  gboolean taking;    /* the session changes the text of the field */
  guint scroll_source;
  gboolean may_close; /* the answer to "close without saving?" was yes */

  GtkWidget *field;
  GtkWidget *message;
  GtkWidget *scroller;
  GtkWidget *stack;
  GtkWidget *examples;
  GtkWidget *list;
  GtkWidget *lines_box;
  GtkWidget *lines;
  GtkWidget *keys;
  GtkWidget *status;
};

G_DEFINE_FINAL_TYPE (PzQuickEntryWindow, pz_quick_entry_window, ADW_TYPE_WINDOW)

/* ---- showing ---- */

static void
show_message (PzQuickEntryWindow *self)
{
  g_autofree char *message = pz_quick_session_dup_message (self->session);

  gtk_label_set_label (GTK_LABEL (self->message), message != NULL ? message : "");
  gtk_widget_set_visible (self->message, message != NULL);
}

/* The focus stays in the field, so the list does not scroll by itself. */
static gboolean
scroll_to_choice_cb (gpointer user_data)
{
  PzQuickEntryWindow *self = PZ_QUICK_ENTRY_WINDOW (user_data);
  GtkListBoxRow *row = gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list));
  graphene_rect_t bounds;

  self->scroll_source = 0;
  if (row != NULL && gtk_widget_compute_bounds (GTK_WIDGET (row), self->list, &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scroller)),
                               bounds.origin.y - ROW_MARGIN, bounds.origin.y + bounds.size.height + ROW_MARGIN);
  return G_SOURCE_REMOVE;
}

/* Rows are kept from one key to the next: making them anew costs more than a frame has. */
static void
show_readings (PzQuickEntryWindow *self)
{
  guint n = pz_quick_session_get_readings (self->session)->len, chosen = pz_quick_session_get_chosen (self->session);
  GtkListBoxRow *row;

  for (guint i = 0; i < n; i++)
    {
      row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i);
      if (row == NULL)
        {
          row = GTK_LIST_BOX_ROW (pz_quick_row_new ());
          gtk_list_box_append (GTK_LIST_BOX (self->list), GTK_WIDGET (row));
        }
      gtk_widget_set_visible (GTK_WIDGET (row), TRUE);
      pz_quick_row_show (PZ_QUICK_ROW (row), self->session, i);
      if (i == chosen)
        gtk_list_box_select_row (GTK_LIST_BOX (self->list), row);
    }
  for (guint i = n; (row = gtk_list_box_get_row_at_index (GTK_LIST_BOX (self->list), (int) i)) != NULL; i++)
    gtk_widget_set_visible (GTK_WIDGET (row), FALSE);
  if (self->scroll_source == 0) /* behind the layout of the next frame */
    self->scroll_source = g_timeout_add (SCROLL_DELAY, scroll_to_choice_cb, self);
  row = n > 0 ? gtk_list_box_get_selected_row (GTK_LIST_BOX (self->list)) : NULL;
  if (row != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT, row, -1);
  else
    gtk_accessible_reset_relation (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_RELATION_ACTIVE_DESCENDANT);
}

static void
session_changed_cb (PzQuickEntryWindow *self)
{
  gboolean is_empty = *pz_quick_session_get_text (self->session) == '\0';

  show_message (self);
  show_readings (self);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), is_empty ? "help" : "readings");
}

/* what is typed may hold a name, too: dots stand for it */
static void
hidden_changed_cb (PzQuickEntryWindow *self)
{
  gtk_entry_set_visibility (GTK_ENTRY (self->field), !pz_privacy_is_hidden ());
  session_changed_cb (self);
}

static void
text_changed_cb (PzQuickEntryWindow *self)
{
  self->taking = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->field), pz_quick_session_get_text (self->session));
  self->taking = FALSE;
  gtk_editable_set_position (GTK_EDITABLE (self->field), -1);
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->field));
}

static void
said_cb (PzQuickEntryWindow *self,
         const char         *text)
{
  pz_announce (self->status, text);
}

static void
lines_changed_cb (PzQuickEntryWindow *self)
{
  gtk_widget_set_visible (self->lines_box,
                          g_list_model_get_n_items (pz_quick_session_get_lines (self->session)) > 0);
}

static GtkWidget *
make_line (gpointer item,
           gpointer user_data)
{
  return pz_quick_line_row_new (PZ_QUICK_ENTRY_WINDOW (user_data)->session, item);
}

/* ---- typing ---- */

static void
field_changed_cb (PzQuickEntryWindow *self)
{
  if (!self->taking && self->session != NULL)
    pz_quick_session_set_text (self->session, gtk_editable_get_text (GTK_EDITABLE (self->field)));
}

static void
field_activate_cb (PzQuickEntryWindow *self)
{
  pz_quick_session_enter (self->session);
}

static void
row_activated_cb (PzQuickEntryWindow *self,
                  GtkListBoxRow      *row)
{
  pz_quick_session_choose (self->session, (guint) gtk_list_box_row_get_index (row));
  gtk_entry_grab_focus_without_selecting (GTK_ENTRY (self->field));
}

/* Says the reading that is chosen now, since the focus stays in the field. */
static void
move_choice (PzQuickEntryWindow *self,
             int                 step)
{
  GPtrArray *readings = pz_quick_session_get_readings (self->session);
  int position = (int) pz_quick_session_get_chosen (self->session) + step;
  g_autofree char *line = NULL;

  if (position < 0 || position >= (int) readings->len)
    return;
  pz_quick_session_choose (self->session, (guint) position);
  line = pz_quick_session_dup_shown_line (self->session, g_ptr_array_index (readings, (guint) position), FALSE);
  pz_announce (self->status, line);
}

/* The keys of the window below do not come through; this one must, however suddenly somebody looks. */
static void
hide_names (PzQuickEntryWindow *self)
{
  GtkWindow *parent = gtk_window_get_transient_for (GTK_WINDOW (self));

  if (G_IS_ACTION_GROUP (parent))
    g_action_group_activate_action (G_ACTION_GROUP (parent), "hide-names", NULL);
}

static gboolean
key_pressed_cb (PzQuickEntryWindow *self,
                guint               key,
                guint               code,
                GdkModifierType     modifiers)
{
  GdkModifierType pressed = modifiers & gtk_accelerator_get_default_mod_mask ();
  gboolean in_field = gtk_widget_get_focus_child (self->field) != NULL;

  if (pressed == GDK_ALT_MASK && key >= GDK_KEY_1 && key <= GDK_KEY_9)
    {
      move_choice (self, (int) (key - GDK_KEY_1) - (int) pz_quick_session_get_chosen (self->session));
      return GDK_EVENT_STOP;
    }
  if (pressed == (GDK_CONTROL_MASK | GDK_SHIFT_MASK) && gdk_keyval_to_lower (key) == GDK_KEY_h)
    {
      hide_names (self);
      return GDK_EVENT_STOP;
    }
  if (pressed == GDK_CONTROL_MASK && gdk_keyval_to_lower (key) == GDK_KEY_z
      && *pz_quick_session_get_text (self->session) == '\0')
    return pz_quick_session_undo_last (self->session) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
  if (pressed != 0 || !in_field)
    return GDK_EVENT_PROPAGATE;
  if (key == GDK_KEY_Down || key == GDK_KEY_Up)
    {
      move_choice (self, key == GDK_KEY_Down ? 1 : -1);
      return GDK_EVENT_STOP;
    }
  /* where nothing is left to complete, Tab goes on to the lines */
  return key == GDK_KEY_Tab && pz_quick_session_complete (self->session) ? GDK_EVENT_STOP : GDK_EVENT_PROPAGATE;
}

static void
escape_cb (GtkWidget  *widget,
           const char *action,
           GVariant   *parameter)
{
  PzQuickEntryWindow *self = PZ_QUICK_ENTRY_WINDOW (widget);

  if (*pz_quick_session_get_text (self->session) != '\0')
    gtk_editable_set_text (GTK_EDITABLE (self->field), "");
  else
    gtk_window_close (GTK_WINDOW (self));
}

/* ---- what does not change ---- */

static void
add_example (PzQuickEntryWindow *self,
             const char         *typed,
             const char         *meaning)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWidget *key = gtk_label_new (typed), *text = gtk_label_new (meaning);

  gtk_widget_set_layout_manager (box, pz_flow_layout_new (PART_SPACING));
  gtk_widget_add_css_class (key, "pz-strong");
  gtk_widget_add_css_class (text, "pz-dim");
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_box_append (GTK_BOX (box), key);
  gtk_box_append (GTK_BOX (box), text);
  gtk_box_append (GTK_BOX (self->examples), box);
}

static void
add_examples (PzQuickEntryWindow *self)
{
  /* Translators: what a teacher may type: letters of a name, of a goal, a number; with letters of your language */
  add_example (self, C_ ("quick entry", "am read 79"), C_ ("quick entry", "a measurement: name, goal, number"));
  /* Translators: what a teacher may type: letters of a name and a sentence */
  add_example (self, C_ ("quick entry", "am found her own mistake"), C_ ("quick entry", "a note"));
  /* Translators: what a teacher may type: letters of a name, minutes as the words for them have it, a sentence */
  add_example (self, C_ ("quick entry", "am 5 min chose a new book"), C_ ("quick entry", "a talk, with its minutes"));
  /* Translators: what a teacher may type: letters of a name, then a word for the family as the words for it have it */
  add_example (self, C_ ("quick entry", "am family mother called"), C_ ("quick entry", "something from home"));
  /* Translators: what a teacher may type: letters of a name, then a word for absent as the words for it have it */
  add_example (self, C_ ("quick entry", "am absent"), C_ ("quick entry", "absent today"));
}

static void
add_keys (PzQuickEntryWindow *self)
{
  pz_key_hints_init (self->keys);
  pz_key_hints_add (self->keys, C_ ("key", "Enter"), C_ ("quick entry", "save, stay open"));
  pz_key_hints_add (self->keys, C_ ("key", "Tab"), C_ ("quick entry", "next part"));
  pz_key_hints_add (self->keys, "↑↓", C_ ("quick entry", "choose"));
  pz_key_hints_add (self->keys, C_ ("key", "Ctrl Z"), C_ ("quick entry", "undo"));
  pz_key_hints_add (self->keys, C_ ("key", "Esc"), C_ ("quick entry", "close"));
}

/* ---- the window ---- */

static void
close_anyway_cb (GObject      *source,
                 GAsyncResult *result,
                 gpointer      user_data)
{
  PzQuickEntryWindow *self = PZ_QUICK_ENTRY_WINDOW (source);

  self->may_close = pz_ask_finish (result);
  if (!self->may_close)
    return;
  pz_quick_session_abandon (self->session);
  gtk_window_close (GTK_WINDOW (self));
}

static gboolean
pz_quick_entry_window_close_request (GtkWindow *window)
{
  PzQuickEntryWindow *self = PZ_QUICK_ENTRY_WINDOW (window);
  g_autoptr(GError) error = NULL;

  if (!self->may_close && !pz_quick_session_close (self->session, &error))
    {
      pz_ask_async (window, _("Close without saving?"), error->message, _("_Keep Open"), _("_Close"), close_anyway_cb,
                    NULL);
      return TRUE;
    }
  return GTK_WINDOW_CLASS (pz_quick_entry_window_parent_class)->close_request (window);
}

static void
pz_quick_entry_window_dispose (GObject *object)
{
  PzQuickEntryWindow *self = PZ_QUICK_ENTRY_WINDOW (object);

  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pz_quick_entry_window_parent_class)->dispose (object);
}

static void
pz_quick_entry_window_class_init (PzQuickEntryWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_quick_entry_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = pz_quick_entry_window_close_request;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-quick-entry-window.ui");
  gtk_widget_class_bind_template_child (widget_class, PzQuickEntryWindow, field);
  gtk_widget_class_bind_template_child (widget_class, PzQuickEntryWindow, message);
  gtk_widget_class_bind_template_child (widget_class, PzQuickEntryWindow, scroller);
  gtk_widget_class_bind_template_child (widget_class, PzQuickEntryWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, PzQuickEntryWindow, examples);
  gtk_widget_class_bind_template_child (widget_class, PzQuickEntryWindow, list);
  gtk_widget_class_bind_template_child (widget_class, PzQuickEntryWindow, lines_box);
  gtk_widget_class_bind_template_child (widget_class, PzQuickEntryWindow, lines);
  gtk_widget_class_bind_template_child (widget_class, PzQuickEntryWindow, keys);
  gtk_widget_class_bind_template_child (widget_class, PzQuickEntryWindow, status);
  gtk_widget_class_bind_template_callback (widget_class, field_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, field_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_install_action (widget_class, "quick.escape", NULL, escape_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "quick.escape", NULL);
}

static void
pz_quick_entry_window_init (PzQuickEntryWindow *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  add_examples (self);
  add_keys (self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), keys);
  gtk_window_set_focus (GTK_WINDOW (self), self->field);
}

/* As wide as the design has it, and as high as what it shows. A narrow window has lines that wrap, which a scrolled
 * window does not count: there it takes the height that the parent leaves. */
static void
set_size (PzQuickEntryWindow *self,
          GtkWindow          *parent)
{
  int parent_width = parent != NULL ? gtk_widget_get_width (GTK_WIDGET (parent)) : 0;
  int parent_height = parent != NULL ? gtk_widget_get_height (GTK_WIDGET (parent)) : 0;
  int width = parent_width > 0 ? MIN (WIDTH, parent_width - MARGIN) : WIDTH;
  int height = parent_height > 0 ? MIN (HEIGHT, parent_height - MARGIN) : HEIGHT;
  gboolean is_narrow = width < WIDTH;

  gtk_window_set_resizable (GTK_WINDOW (self), is_narrow);
  gtk_window_set_default_size (GTK_WINDOW (self), width, is_narrow ? height : -1);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (self->scroller), !is_narrow);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (self->scroller), MAX (LEAST, height - CHROME));
}

/**
 * pz_quick_entry_window_new:
 * @parent: (nullable): the window it stands over
 * @classroom: the class that is shown there
 *
 * Returns: (transfer none): quick entry for all classes of the teacher
 */
GtkWidget *
pz_quick_entry_window_new (GtkWindow   *parent,
                           PzClassroom *classroom)
{
  PzQuickEntryWindow *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_QUICK_ENTRY_WINDOW, NULL);
  gtk_window_set_transient_for (GTK_WINDOW (self), parent);
  set_size (self, parent);
  self->session = pz_quick_session_new (classroom);
  g_signal_connect_object (self->session, "changed", G_CALLBACK (session_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "text-changed", G_CALLBACK (text_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->session, "said", G_CALLBACK (said_cb), self, G_CONNECT_SWAPPED);
  gtk_list_box_bind_model (GTK_LIST_BOX (self->lines), pz_quick_session_get_lines (self->session), make_line, self, NULL);
  g_signal_connect_object (pz_quick_session_get_lines (self->session), "items-changed", G_CALLBACK (lines_changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_privacy_get (), "notify::hidden", G_CALLBACK (hidden_changed_cb), self, G_CONNECT_SWAPPED);
  hidden_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * pz_quick_entry_window_get_session:
 *
 * Returns: (transfer none): what it shows
 */
PzQuickSession *
pz_quick_entry_window_get_session (PzQuickEntryWindow *self)
{
  g_return_val_if_fail (PZ_IS_QUICK_ENTRY_WINDOW (self), NULL);
  return self->session;
}

/**
 * pz_quick_entry_window_get_field:
 *
 * Returns: (transfer none): where to type
 */
GtkWidget *
pz_quick_entry_window_get_field (PzQuickEntryWindow *self)
{
  g_return_val_if_fail (PZ_IS_QUICK_ENTRY_WINDOW (self), NULL);
  return self->field;
}

/**
 * pz_quick_entry_window_get_list:
 *
 * Returns: (transfer none): the list of readings
 */
GtkWidget *
pz_quick_entry_window_get_list (PzQuickEntryWindow *self)
{
  g_return_val_if_fail (PZ_IS_QUICK_ENTRY_WINDOW (self), NULL);
  return self->list;
}

/**
 * pz_quick_entry_window_get_lines:
 *
 * Returns: (transfer none): the list of what was written
 */
GtkWidget *
pz_quick_entry_window_get_lines (PzQuickEntryWindow *self)
{
  g_return_val_if_fail (PZ_IS_QUICK_ENTRY_WINDOW (self), NULL);
  return self->lines;
}
