/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-sharing-popover.h"

#include "pz-classroom-sharing.h"
#include "pz-privacy.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* More are counted. */
#define MOST_NAMES 8
#define MOST_CHARS 32

struct _PzSharingPopover
{
  GtkPopover parent_instance;

  PzClassroom *classroom;
  char *value;
  char *learner; /* id of the one whose page it is */
  char *chosen;  /* id of the one to go to; NULL otherwise */
  GCancellable *finding;
  GtkWidget *title;
  GtkWidget *names;
  GtkWidget *edit_button;
  GtkWidget *remove_button;
  GtkWidget *opener; /* weak: what had the focus before */
};

enum
{
  EDIT,
  REMOVE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (PzSharingPopover, pz_sharing_popover, GTK_TYPE_POPOVER)

static void
clear_names (PzSharingPopover *self)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->names)) != NULL)
    gtk_box_remove (GTK_BOX (self->names), child);
}

static void
add_line (PzSharingPopover *self,
          const char       *text)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_widget_add_css_class (label, "caption");
  gtk_widget_add_css_class (label, "pz-dim");
  gtk_box_append (GTK_BOX (self->names), label);
}

/* The page this stands on goes away now; GTK lets go of a popover only when it was closed for a moment before. */
static gboolean
go_to_learner_cb (gpointer user_data)
{
  PzSharingPopover *self = PZ_SHARING_POPOVER (user_data);
  g_autofree char *id = g_steal_pointer (&self->chosen);

  if (id != NULL && self->classroom != NULL)
    gtk_widget_activate_action (GTK_WIDGET (self), "win.show-learner", "s", id);
  return G_SOURCE_REMOVE;
}

static void
name_clicked_cb (GtkButton        *button,
                 PzSharingPopover *self)
{
  g_free (self->chosen);
  self->chosen = g_strdup (g_object_get_data (G_OBJECT (button), "pz-id"));
  g_clear_weak_pointer (&self->opener);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_idle_add_full (G_PRIORITY_LOW, go_to_learner_cb, g_object_ref (self), g_object_unref);
}

static void
add_name (PzSharingPopover *self,
          PzLearnerRow     *row)
{
  g_autofree char *name = pz_privacy_dup_row_name (row);
  GtkWidget *label = gtk_label_new (name);
  GtkWidget *button = gtk_button_new ();

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), MOST_CHARS);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "pz-id", g_strdup (pz_learner_row_get_id (row)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (name_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->names), button);
}

static int
compare_rows (gconstpointer a,
              gconstpointer b)
{
  return g_utf8_collate (pz_learner_row_get_display_name (*(PzLearnerRow *const *) a),
                         pz_learner_row_get_display_name (*(PzLearnerRow *const *) b));
}

static GPtrArray *
collect_rows (PzSharingPopover *self,
              GStrv             ids)
{
  PzIndex *index = pz_classroom_get_index (self->classroom);
  GPtrArray *rows = g_ptr_array_new_with_free_func (g_object_unref);
  guint position;

  for (gsize i = 0; ids[i] != NULL; i++)
    if (g_strcmp0 (ids[i], self->learner) != 0 && pz_index_find (index, ids[i], &position))
      g_ptr_array_add (rows, g_list_model_get_item (G_LIST_MODEL (index), position));
  g_ptr_array_sort (rows, compare_rows);
  return rows;
}

static void
show_names (PzSharingPopover *self,
            GStrv             ids)
{
  g_autoptr(GPtrArray) rows = collect_rows (self, ids);
  guint n_shown = rows->len > MOST_NAMES ? MOST_NAMES - 1 : rows->len;

  clear_names (self);
  add_line (self, rows->len == 0 ? C_("sharing", "Nobody else in the class has this yet")
                                 : C_("sharing", "In common with"));
  for (guint i = 0; i < n_shown; i++)
    add_name (self, rows->pdata[i]);
  if (rows->len > n_shown)
    {
      /* Translators: %u more learners who are not named */
      g_autofree char *more = g_strdup_printf (ngettext ("and %u more", "and %u more", rows->len - n_shown),
                                               rows->len - n_shown);

      add_line (self, more);
    }
}

static void
found_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  g_autoptr(PzSharingPopover) self = PZ_SHARING_POPOVER (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;
  g_auto(GStrv) ids = pz_classroom_find_sharing_finish (PZ_CLASSROOM (source), result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED) || self->classroom == NULL)
    return;
  if (ids != NULL)
    show_names (self, ids);
  else
    add_line (self, error->message);
}

static void
edit_clicked_cb (PzSharingPopover *self)
{
  g_clear_weak_pointer (&self->opener);
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[EDIT], 0, self->value);
}

static void
remove_clicked_cb (PzSharingPopover *self)
{
  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, signals[REMOVE], 0, self->value);
}

/* GTK would move on to the next widget. Once the popover is gone, the focus is free to be set. */
static gboolean
return_focus_cb (gpointer user_data)
{
  PzSharingPopover *self = user_data;

  if (self->opener != NULL && gtk_widget_get_mapped (self->opener) && !gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (self->opener);
  g_clear_weak_pointer (&self->opener);
  return G_SOURCE_REMOVE;
}

static void
closed_cb (PzSharingPopover *self)
{
  if (self->opener != NULL)
    g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, return_focus_cb, g_object_ref (self), g_object_unref);
}

static void
stop_finding (PzSharingPopover *self)
{
  if (self->finding != NULL)
    g_cancellable_cancel (self->finding);
  g_clear_object (&self->finding);
}

static void
pz_sharing_popover_dispose (GObject *object)
{
  PzSharingPopover *self = PZ_SHARING_POPOVER (object);

  stop_finding (self);
  g_clear_object (&self->classroom);
  g_clear_weak_pointer (&self->opener);
  G_OBJECT_CLASS (pz_sharing_popover_parent_class)->dispose (object);
}

static void
pz_sharing_popover_finalize (GObject *object)
{
  PzSharingPopover *self = PZ_SHARING_POPOVER (object);

  g_free (self->value);
  g_free (self->learner);
  g_free (self->chosen);
  G_OBJECT_CLASS (pz_sharing_popover_parent_class)->finalize (object);
}

static void
pz_sharing_popover_class_init (PzSharingPopoverClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_sharing_popover_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_sharing_popover_finalize;
  signals[EDIT] = g_signal_new ("edit", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
  signals[REMOVE] = g_signal_new ("remove", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);
}

static void
add_buttons (PzSharingPopover *self,
             GtkWidget        *box)
{
  GtkWidget *buttons = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->edit_button = gtk_button_new_with_mnemonic (C_("chips", "_Edit"));
  self->remove_button = gtk_button_new_with_mnemonic (C_("chips", "_Remove"));
  gtk_box_set_homogeneous (GTK_BOX (buttons), TRUE);
  gtk_box_append (GTK_BOX (buttons), self->edit_button);
  gtk_box_append (GTK_BOX (buttons), self->remove_button);
  gtk_widget_set_margin_top (buttons, 6);
  gtk_box_append (GTK_BOX (box), buttons);
  g_signal_connect_object (self->edit_button, "clicked", G_CALLBACK (edit_clicked_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->remove_button, "clicked", G_CALLBACK (remove_clicked_cb), self, G_CONNECT_SWAPPED);
}

static void
pz_sharing_popover_init (PzSharingPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (self->title), 0);
  gtk_label_set_wrap (GTK_LABEL (self->title), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (self->title), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (self->title), MOST_CHARS);
  gtk_widget_add_css_class (self->title, "heading");
  self->names = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), self->title);
  gtk_box_append (GTK_BOX (box), self->names);
  add_buttons (self, box);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "chip-editor");
  g_signal_connect (self, "closed", G_CALLBACK (closed_cb), NULL);
}

/**
 * pz_sharing_popover_new:
 * @classroom: the class
 *
 * Returns: (transfer floating): a popover; to be given a parent
 */
GtkWidget *
pz_sharing_popover_new (PzClassroom *classroom)
{
  PzSharingPopover *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_SHARING_POPOVER, NULL);
  self->classroom = g_object_ref (classroom);
  return GTK_WIDGET (self);
}

/**
 * pz_sharing_popover_open:
 * @self: the popover
 * @field: a set of learners
 * @value: an element of it
 * @learner: id of the one whose chip it is
 *
 * Opens; the names come as soon as the files were looked through.
 */
void
pz_sharing_popover_open (PzSharingPopover *self,
                         guint             field,
                         const char       *value,
                         const char       *learner)
{
  g_return_if_fail (PZ_IS_SHARING_POPOVER (self));
  g_return_if_fail (value != NULL && learner != NULL);

  g_free (self->value);
  self->value = g_strdup (value);
  g_free (self->learner);
  self->learner = g_strdup (learner);
  gtk_label_set_label (GTK_LABEL (self->title), value);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, value, -1);
  clear_names (self);
  stop_finding (self);
  self->finding = g_cancellable_new ();
  pz_classroom_find_sharing_async (self->classroom, field, value, self->finding, found_cb, g_object_ref (self));
  g_set_weak_pointer (&self->opener, gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self))));
  gtk_popover_popup (GTK_POPOVER (self));
  gtk_widget_grab_focus (self->edit_button);
}
