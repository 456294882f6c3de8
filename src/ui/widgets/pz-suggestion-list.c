/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-suggestion-list.h"

#include "pz-privacy.h"
#include "pz-suggestions.h"
#include "pz-tip.h"

#include <glib/gi18n-lib.h>

#define MOST_SUGGESTIONS 6
#define LETTERS 42 /* of a line; what is longer has two, and its end is in the tooltip */

struct _PzSuggestionList
{
  GtkPopover parent_instance;

  GtkWidget *entry;  /* a GtkEditable: the parent */
  GtkWidget *list;
  GStrv values;      /* in the order to offer them; never NULL */
  gboolean taking;   /* what is taken is not typed */
};

G_DEFINE_FINAL_TYPE (PzSuggestionList, pz_suggestion_list, GTK_TYPE_POPOVER)

static const char *
get_typed (PzSuggestionList *self)
{
  return gtk_editable_get_text (GTK_EDITABLE (self->entry));
}

static void
append_row (PzSuggestionList *self,
            const char       *text)
{
  GtkWidget *label = gtk_label_new (text), *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (label), 2);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), LETTERS);
  pz_tip_set (row, text);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* Returns: whether there is something that was not typed already. */
static gboolean
fill (PzSuggestionList *self)
{
  g_auto(GStrv) found = pz_suggestions_find ((const char * const *) self->values, get_typed (self), MOST_SUGGESTIONS);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (gsize i = 0; found[i] != NULL; i++)
    append_row (self, found[i]);
  return found[0] != NULL && (found[1] != NULL || !g_str_equal (found[0], get_typed (self)));
}

static gboolean
has_focus (PzSuggestionList *self)
{
  return gtk_widget_get_focus_child (self->entry) != NULL || gtk_widget_has_focus (self->entry);
}

/* what others wrote stays out of sight while names are hidden */
static gboolean
open_list (PzSuggestionList *self)
{
  if (pz_privacy_is_hidden () || !gtk_widget_get_mapped (self->entry) || !fill (self))
    {
      gtk_popover_popdown (GTK_POPOVER (self));
      return FALSE;
    }
  gtk_popover_popup (GTK_POPOVER (self));
  return TRUE;
}

static void
typed_cb (PzSuggestionList *self)
{
  if (self->taking || !has_focus (self))
    return;
  if (*get_typed (self) != '\0')
    open_list (self);
  else
    gtk_popover_popdown (GTK_POPOVER (self));
}

static void
return_to_entry (PzSuggestionList *self)
{
  gtk_widget_grab_focus (self->entry);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
}

static void
row_activated_cb (GtkListBox       *list,
                  GtkListBoxRow    *row,
                  PzSuggestionList *self)
{
  g_autofree char *text = g_strdup (gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))));

  self->taking = TRUE;
  return_to_entry (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_editable_set_position (GTK_EDITABLE (self->entry), -1);
  self->taking = FALSE;
}

static gboolean
go_down (PzSuggestionList *self)
{
  if (!gtk_widget_get_visible (GTK_WIDGET (self)) && !open_list (self))
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (self->list, GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

/* Up from the first row is back in the entry. */
static gboolean
go_up (PzSuggestionList *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (self->list);

  if (row == NULL || row != gtk_widget_get_first_child (self->list))
    return GDK_EVENT_PROPAGATE;
  return_to_entry (self);
  return GDK_EVENT_STOP;
}

static gboolean
close_list (PzSuggestionList *self)
{
  gboolean within = gtk_widget_get_focus_child (self->list) != NULL;

  if (!gtk_widget_get_visible (GTK_WIDGET (self)))
    return GDK_EVENT_PROPAGATE;
  if (within)
    return_to_entry (self);
  gtk_popover_popdown (GTK_POPOVER (self));
  return GDK_EVENT_STOP;
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint                  keyval,
                guint                  keycode,
                GdkModifierType        state,
                PzSuggestionList      *self)
{
  gboolean within = gtk_widget_get_focus_child (self->list) != NULL;

  if ((state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      return within ? GDK_EVENT_PROPAGATE : go_down (self);
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      return go_up (self);
    case GDK_KEY_Escape:
      return close_list (self);
    case GDK_KEY_Tab:
    case GDK_KEY_ISO_Left_Tab:
      /* on from the entry, not from the list, which goes away */
      if (within)
        return_to_entry (self);
      gtk_popover_popdown (GTK_POPOVER (self));
      return GDK_EVENT_PROPAGATE;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* the list lies within the entry as far as the focus is concerned */
static void
focus_left_cb (PzSuggestionList *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
entry_destroyed_cb (PzSuggestionList *self)
{
  gtk_widget_unparent (GTK_WIDGET (self));
}

static void
pz_suggestion_list_finalize (GObject *object)
{
  g_strfreev (PZ_SUGGESTION_LIST (object)->values);
  G_OBJECT_CLASS (pz_suggestion_list_parent_class)->finalize (object);
}

static void
pz_suggestion_list_class_init (PzSuggestionListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_suggestion_list_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
pz_suggestion_list_init (PzSuggestionList *self)
{
  const char *title = C_("suggestions", "Used in this class");

  self->values = g_new0 (char *, 1);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (row_activated_cb), self, 0);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pz-suggestions");
  gtk_popover_set_child (GTK_POPOVER (self), self->list);
  gtk_popover_set_autohide (GTK_POPOVER (self), FALSE); /* typing goes on */
  gtk_popover_set_has_arrow (GTK_POPOVER (self), FALSE);
  gtk_popover_set_position (GTK_POPOVER (self), GTK_POS_BOTTOM);
  gtk_widget_set_halign (GTK_WIDGET (self), GTK_ALIGN_START);
}

/**
 * pz_suggestion_list_attach:
 * @entry: a GtkEditable where something is typed; it owns the list
 *
 * Returns: (transfer none): the list, which has nothing to offer yet
 */
GtkWidget *
pz_suggestion_list_attach (GtkWidget *entry)
{
  PzSuggestionList *self;
  GtkEventController *keys, *focus;

  g_return_val_if_fail (GTK_IS_EDITABLE (entry), NULL);

  self = g_object_new (PZ_TYPE_SUGGESTION_LIST, NULL);
  self->entry = entry;
  gtk_widget_set_parent (GTK_WIDGET (self), entry);
  keys = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_object (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self, 0);
  gtk_widget_add_controller (entry, keys);
  focus = gtk_event_controller_focus_new ();
  g_signal_connect_object (focus, "leave", G_CALLBACK (focus_left_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (entry, focus);
  g_signal_connect_object (entry, "changed", G_CALLBACK (typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (entry, "destroy", G_CALLBACK (entry_destroyed_cb), self, G_CONNECT_SWAPPED);
  return GTK_WIDGET (self);
}

/**
 * pz_suggestion_list_set_values:
 * @self: the list
 * @values: what to offer, in that order
 */
void
pz_suggestion_list_set_values (PzSuggestionList   *self,
                               const char * const *values)
{
  g_return_if_fail (PZ_IS_SUGGESTION_LIST (self) && values != NULL);

  g_strfreev (self->values);
  self->values = g_strdupv ((char **) values);
}
