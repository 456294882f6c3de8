/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-chip-editor.h"

#include "pz-suggestions.h"

#include <glib/gi18n-lib.h>

#define MOST_SUGGESTIONS 6
#define MOST_CHARACTERS 100

struct _PzChipEditor
{
  GtkPopover parent_instance;

  GtkWidget *entry;
  GtkWidget *list;
  GtkWidget *remove_button;
  GtkWidget *opener; /* weak: what had the focus before */
  GStrv suggestions; /* sorted as they are to be shown; never NULL */
};

enum
{
  ACCEPTED,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PzChipEditor, pz_chip_editor, GTK_TYPE_POPOVER)

static void
append_suggestion (PzChipEditor *self,
                   const char   *text)
{
  GtkWidget *label = gtk_label_new (text);
  GtkWidget *row = gtk_list_box_row_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_box_row_set_child (GTK_LIST_BOX_ROW (row), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_list_box_append (GTK_LIST_BOX (self->list), row);
}

/* Shows the suggestions that hold what was typed, those that begin with it first. */
static void
fill_list (PzChipEditor *self)
{
  g_auto(GStrv) found = pz_suggestions_find ((const char * const *) self->suggestions,
                                             gtk_editable_get_text (GTK_EDITABLE (self->entry)), MOST_SUGGESTIONS);
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->list)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->list), row);
  for (gsize i = 0; found[i] != NULL; i++)
    append_suggestion (self, found[i]);
  gtk_widget_set_visible (self->list, found[0] != NULL);
}

static void
accept (PzChipEditor *self,
        const char   *text)
{
  g_autofree char *clean = g_strstrip (g_strdup (text));
  gboolean editing = gtk_widget_get_visible (self->remove_button);

  if (*clean != '\0')
    g_signal_emit (self, signals[ACCEPTED], 0, clean);
  if (editing || *clean == '\0')
    gtk_popover_popdown (GTK_POPOVER (self));
  else
    {
      gtk_editable_set_text (GTK_EDITABLE (self->entry), ""); /* the next one */
      gtk_widget_grab_focus (self->entry);
    }
}

static void
entry_activate_cb (GtkEntry     *entry,
                   PzChipEditor *self)
{
  accept (self, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
list_row_activated_cb (GtkListBox    *list,
                       GtkListBoxRow *row,
                       PzChipEditor  *self)
{
  accept (self, gtk_label_get_label (GTK_LABEL (gtk_list_box_row_get_child (row))));
}

static void
remove_clicked_cb (GtkButton    *button,
                   PzChipEditor *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[REMOVE], 0);
}

/* GTK would move on to the next widget. Once the popover is gone, the focus is free to be set. */
static gboolean
return_focus_cb (gpointer user_data)
{
  PzChipEditor *self = user_data;

  if (self->opener != NULL && gtk_widget_get_mapped (self->opener) && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->opener);
  g_clear_weak_pointer (&self->opener);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (PzChipEditor *self)
{
  if (self->opener != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, return_focus_cb, g_object_ref (self), g_object_unref);
}

static void
pz_chip_editor_finalize (GObject *object)
{
  PzChipEditor *self = PZ_CHIP_EDITOR (object);

  g_clear_pointer (&self->suggestions, g_strfreev);
  g_clear_weak_pointer (&self->opener);
  G_OBJECT_CLASS (pz_chip_editor_parent_class)->finalize (object);
}

static void
pz_chip_editor_class_init (PzChipEditorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = pz_chip_editor_finalize;
  gtk_widget_class_set_accessible_role (GTK_WIDGET_CLASS (klass), GTK_ACCESSIBLE_ROLE_GROUP);
  signals[ACCEPTED] = g_signal_new ("accepted", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                    G_TYPE_NONE, 1, G_TYPE_STRING | G_SIGNAL_TYPE_STATIC_SCOPE);
  signals[REMOVE] = g_signal_new ("remove", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 0);
}

static void
pz_chip_editor_init (PzChipEditor *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->suggestions = g_new0 (char *, 1);
  self->entry = gtk_entry_new ();
  gtk_entry_set_max_length (GTK_ENTRY (self->entry), MOST_CHARACTERS);
  self->list = gtk_list_box_new ();
  gtk_list_box_set_selection_mode (GTK_LIST_BOX (self->list), GTK_SELECTION_NONE);
  gtk_widget_add_css_class (self->list, "navigation-sidebar");
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->list), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  C_("chips", "Used in this class"), -1);
  self->remove_button = gtk_button_new_with_mnemonic (C_("chips", "_Remove"));
  gtk_widget_add_css_class (self->remove_button, "flat");
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->list);
  gtk_box_append (GTK_BOX (box), self->remove_button);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "chip-editor");
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_activate_cb), self, 0);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (fill_list), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->list, "row-activated", G_CALLBACK (list_row_activated_cb), self, 0);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_clicked_cb), self, 0);
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

/**
 * pz_chip_editor_new:
 *
 * Returns: (transfer floating): a popover; to be given a parent
 */
GtkWidget *
pz_chip_editor_new (void)
{
  return g_object_new (PZ_TYPE_CHIP_EDITOR, NULL);
}

/**
 * pz_chip_editor_open:
 * @self: the editor
 * @title: what is written here, such as "Strengths"
 * @text: (nullable): the value to change; %NULL to add values
 *
 * Opens with the keyboard focus in the entry.
 */
void
pz_chip_editor_open (PzChipEditor *self,
                     const char   *title,
                     const char   *text)
{
  g_return_if_fail (PZ_IS_CHIP_EDITOR (self));

  gtk_widget_set_visible (self->remove_button, text != NULL);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), title);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text != NULL ? text : "");
  fill_list (self);
  g_set_weak_pointer (&self->opener, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->entry);
}

/**
 * pz_chip_editor_set_suggestions:
 * @self: the editor
 * @suggestions: values to choose from, in the order to show them
 */
void
pz_chip_editor_set_suggestions (PzChipEditor       *self,
                                const char * const *suggestions)
{
  g_return_if_fail (PZ_IS_CHIP_EDITOR (self));

  g_strfreev (self->suggestions);
  self->suggestions = suggestions != NULL ? g_strdupv ((char **) suggestions) : g_new0 (char *, 1);
  fill_list (self);
}

/**
 * pz_chip_editor_get_entry:
 * @self: the editor
 *
 * Returns: (transfer none): where the value is typed
 */
GtkWidget *
pz_chip_editor_get_entry (PzChipEditor *self)
{
  g_return_val_if_fail (PZ_IS_CHIP_EDITOR (self), NULL);
  return self->entry;
}
