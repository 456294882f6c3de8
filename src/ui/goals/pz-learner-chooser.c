/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-learner-chooser.h"

#include "pz-privacy.h"
#include "pz-search-fold.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* So many names are offered at once; a few letters lead to the others. */
#define MOST_FOUND 6

struct _PzLearnerChooser
{
  GtkPopover parent_instance;

  PzClassroom *classroom;
  GStrv left_out; /* ids; never NULL */
  GtkWidget *entry;
  GtkWidget *found; /* box of buttons */
};

static guint chosen_signal;

G_DEFINE_FINAL_TYPE (PzLearnerChooser, pz_learner_chooser, GTK_TYPE_POPOVER)

static void
choose (PzLearnerChooser *self,
        GtkWidget        *button)
{
  g_autofree char *id = g_strdup (g_object_get_data (G_OBJECT (button), "pz-learner"));

  gtk_popover_popdown (GTK_POPOVER (self));
  g_signal_emit (self, chosen_signal, 0, id);
}

static void
clicked_cb (GtkWidget        *button,
            PzLearnerChooser *self)
{
  choose (self, button);
}

static void
entry_activated_cb (PzLearnerChooser *self)
{
  GtkWidget *first = gtk_widget_get_first_child (self->found);

  if (GTK_IS_BUTTON (first))
    choose (self, first);
}

static void
add_found (PzLearnerChooser *self,
           PzIndex          *index,
           guint             position)
{
  g_autoptr(PzLearnerRow) row = g_list_model_get_item (G_LIST_MODEL (index), position);
  g_autofree char *name = pz_privacy_dup_row_name (row);
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (name);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  g_object_set_data_full (G_OBJECT (button), "pz-learner", g_strdup (pz_learner_row_get_id (row)), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->found), button);
}

static gboolean
matches (PzLearnerChooser *self,
         PzIndex          *index,
         guint             position,
         const char       *typed)
{
  return pz_index_peek_flags (index, position) == PZ_INDEX_SHOWN
         && strstr (pz_index_peek_search_key (index, position), typed) != NULL
         && !g_strv_contains ((const char * const *) self->left_out, pz_index_peek_id (index, position));
}

static int
compare_names (gconstpointer a,
               gconstpointer b,
               gpointer      index)
{
  return g_utf8_collate (pz_index_peek_given_name (index, *(const guint *) a),
                         pz_index_peek_given_name (index, *(const guint *) b));
}

static void
search (PzLearnerChooser *self)
{
  PzIndex *index = pz_classroom_get_index (self->classroom);
  g_autofree char *typed = pz_search_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  g_autoptr(GArray) positions = g_array_new (FALSE, FALSE, sizeof (guint));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->found)) != NULL)
    gtk_box_remove (GTK_BOX (self->found), child);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (index)); i++)
    if (matches (self, index, i, typed))
      g_array_append_val (positions, i);
  g_array_sort_with_data (positions, compare_names, index);
  for (guint i = 0; i < MIN (positions->len, MOST_FOUND); i++)
    add_found (self, index, g_array_index (positions, guint, i));
  if (positions->len > 0)
    return;
  child = gtk_label_new (_("Nobody found"));
  gtk_widget_add_css_class (child, "pz-dim");
  gtk_box_append (GTK_BOX (self->found), child);
}

static void
pz_learner_chooser_show (GtkWidget *widget)
{
  PzLearnerChooser *self = PZ_LEARNER_CHOOSER (widget);

  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  search (self);
  GTK_WIDGET_CLASS (pz_learner_chooser_parent_class)->show (widget);
  gtk_widget_grab_focus (self->entry);
}

static void
pz_learner_chooser_dispose (GObject *object)
{
  PzLearnerChooser *self = PZ_LEARNER_CHOOSER (object);

  g_clear_object (&self->classroom);
  g_clear_pointer (&self->left_out, g_strfreev);
  G_OBJECT_CLASS (pz_learner_chooser_parent_class)->dispose (object);
}

static void
pz_learner_chooser_class_init (PzLearnerChooserClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_learner_chooser_dispose;
  GTK_WIDGET_CLASS (klass)->show = pz_learner_chooser_show;
  chosen_signal = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE,
                                1, G_TYPE_STRING);
}

static void
pz_learner_chooser_init (PzLearnerChooser *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  self->left_out = g_new0 (char *, 1);
  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Search names"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Search names"), -1);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (search), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (entry_activated_cb), self, G_CONNECT_SWAPPED);
  self->found = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (box), self->entry);
  gtk_box_append (GTK_BOX (box), self->found);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Add Learner"), -1);
}

/**
 * pz_learner_chooser_new:
 * @classroom: the class
 *
 * Returns: (transfer floating): a popover, not yet shown
 */
GtkWidget *
pz_learner_chooser_new (PzClassroom *classroom)
{
  PzLearnerChooser *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_LEARNER_CHOOSER, NULL);
  self->classroom = g_object_ref (classroom);
  return GTK_WIDGET (self);
}

/**
 * pz_learner_chooser_set_left_out:
 * @self: the popover
 * @ids: learners who are not offered
 */
void
pz_learner_chooser_set_left_out (PzLearnerChooser   *self,
                                 const char * const *ids)
{
  g_return_if_fail (PZ_IS_LEARNER_CHOOSER (self) && ids != NULL);

  g_strfreev (self->left_out);
  self->left_out = g_strdupv ((char **) ids);
}
