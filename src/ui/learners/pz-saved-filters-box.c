/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-saved-filters-box.h"

#include "pz-saved-filters.h"

#include <glib/gi18n-lib.h>

struct _PzSavedFiltersBox
{
  GtkBox parent_instance;

  PzFilterModel *model;
  PzRecord *renamed; /* whose name is typed; NULL: that of a new one */

  GtkWidget *heading;
  GtkWidget *rows;
  GtkWidget *save;   /* opens naming */
  GtkWidget *naming; /* entry and button */
  GtkWidget *entry;
};

G_DEFINE_FINAL_TYPE (PzSavedFiltersBox, pz_saved_filters_box, GTK_TYPE_BOX)

static PzDocument *
get_document (PzSavedFiltersBox *self)
{
  return pz_classroom_get_document (pz_filter_model_get_classroom (self->model));
}

static void
save_class (PzSavedFiltersBox *self,
            const char        *label,
            const char        *message)
{
  pz_classroom_save_async (pz_filter_model_get_classroom (self->model), label, NULL, NULL, NULL);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-undo", "s", message);
}

static void
close_menu (PzSavedFiltersBox *self)
{
  GtkWidget *popover = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_POPOVER);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

static void
show_problem (PzSavedFiltersBox *self,
              const GError      *error)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-message", "s", error->message);
}

static void
apply_cb (GtkWidget         *button,
          PzSavedFiltersBox *self)
{
  PzRecord *saved = g_object_get_data (G_OBJECT (button), "pz-saved");
  g_autoptr(GError) error = NULL;
  g_autoptr(PzLearnerFilter) filter = pz_saved_filters_parse (saved, &error);

  if (filter == NULL)
    show_problem (self, error);
  else
    pz_filter_model_set (self->model, filter);
  close_menu (self);
}

static void
start_naming (PzSavedFiltersBox *self,
              PzRecord          *renamed)
{
  g_set_object (&self->renamed, renamed);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), renamed != NULL ? pz_record_get_text (renamed, PZ_TEMPLATE_NAME)
                                                                     : "");
  gtk_widget_set_visible (self->naming, TRUE);
  gtk_widget_grab_focus (self->entry);
}

static void
rename_cb (GtkWidget         *button,
           PzSavedFiltersBox *self)
{
  start_naming (self, g_object_get_data (G_OBJECT (button), "pz-saved"));
}

static void
delete_cb (GtkWidget         *button,
           PzSavedFiltersBox *self)
{
  PzRecord *saved = g_object_get_data (G_OBJECT (button), "pz-saved");
  /* Translators: %s is the name of a saved filter */
  g_autofree char *message = g_strdup_printf (_("Filter “%s” deleted"), pz_record_get_text (saved, PZ_TEMPLATE_NAME));

  close_menu (self);
  pz_document_delete (get_document (self), saved);
  save_class (self, C_("undo", "Deletion of a filter"), message);
}

static void
start_saving_cb (PzSavedFiltersBox *self)
{
  start_naming (self, NULL);
}

static void
rename_to (PzSavedFiltersBox *self,
           const char        *name)
{
  /* Translators: %s is the new name of a saved filter */
  g_autofree char *message = g_strdup_printf (_("Filter renamed to “%s”"), name);
  g_autoptr(GError) error = NULL;

  if (pz_saved_filters_rename (self->renamed, name, &error))
    save_class (self, C_("undo", "Name of a filter"), message);
  else
    show_problem (self, error);
}

static void
save_as (PzSavedFiltersBox *self,
         const char        *name)
{
  /* Translators: %s is the name of a saved filter */
  g_autofree char *message = g_strdup_printf (_("Filter “%s” saved"), name);
  g_autoptr(GError) error = NULL;

  if (pz_saved_filters_add (get_document (self), name, pz_filter_model_peek (self->model), &error) != NULL)
    save_class (self, C_("undo", "New filter"), message);
  else
    show_problem (self, error);
}

static void
name_done_cb (PzSavedFiltersBox *self)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (self->entry))));

  if (*name == '\0')
    return;
  close_menu (self);
  if (self->renamed != NULL)
    rename_to (self, name);
  else
    save_as (self, name);
}

static GtkWidget *
make_button (PzSavedFiltersBox *self,
             PzRecord          *saved,
             const char        *icon,
             const char        *format,
             GCallback          clicked)
{
  const char *name = pz_record_get_text (saved, PZ_TEMPLATE_NAME);
  g_autofree char *label = NULL;
  GtkWidget *button = icon != NULL ? gtk_button_new_from_icon_name (icon) : gtk_button_new ();

  if (icon != NULL)
    {
      g_auto(GStrv) parts = g_strsplit (format, "%s", 2);

      label = g_strconcat (parts[0], name, parts[1], NULL);
      gtk_widget_set_tooltip_text (button, label);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
    }
  else
    {
      GtkWidget *text = gtk_label_new (name);

      gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
      gtk_label_set_max_width_chars (GTK_LABEL (text), 24);
      gtk_label_set_xalign (GTK_LABEL (text), 0);
      gtk_button_set_child (GTK_BUTTON (button), text);
      gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
      gtk_widget_set_hexpand (button, TRUE);
    }
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "pz-saved", g_object_ref (saved), g_object_unref);
  g_signal_connect_object (button, "clicked", clicked, self, 0);
  return button;
}

static void
add_row (PzSavedFiltersBox *self,
         PzRecord          *saved)
{
  GtkWidget *row = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_box_append (GTK_BOX (row), make_button (self, saved, NULL, NULL, G_CALLBACK (apply_cb)));
  /* Translators: %s is the name of a saved filter */
  gtk_box_append (GTK_BOX (row), make_button (self, saved, "document-edit-symbolic", _("Rename filter %s"),
                                              G_CALLBACK (rename_cb)));
  /* Translators: %s is the name of a saved filter */
  gtk_box_append (GTK_BOX (row), make_button (self, saved, "user-trash-symbolic", _("Delete filter %s"),
                                              G_CALLBACK (delete_cb)));
  gtk_box_append (GTK_BOX (self->rows), row);
}

static void
fill (PzSavedFiltersBox *self)
{
  g_autoptr(GPtrArray) saved = pz_saved_filters_list (get_document (self));
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->rows)) != NULL)
    gtk_box_remove (GTK_BOX (self->rows), child);
  for (guint i = 0; i < saved->len; i++)
    add_row (self, g_ptr_array_index (saved, i));
  gtk_widget_set_visible (self->heading, saved->len > 0);
  gtk_widget_set_sensitive (self->save, !pz_learner_filter_is_empty (pz_filter_model_peek (self->model)));
  gtk_widget_set_visible (self->naming, FALSE);
}

static void
model_changed_cb (PzSavedFiltersBox *self)
{
  gtk_widget_set_sensitive (self->save, !pz_learner_filter_is_empty (pz_filter_model_peek (self->model)));
}

static void
pz_saved_filters_box_map (GtkWidget *widget)
{
  fill (PZ_SAVED_FILTERS_BOX (widget));
  GTK_WIDGET_CLASS (pz_saved_filters_box_parent_class)->map (widget);
}

static void
pz_saved_filters_box_dispose (GObject *object)
{
  PzSavedFiltersBox *self = PZ_SAVED_FILTERS_BOX (object);

  g_clear_object (&self->renamed);
  g_clear_object (&self->model);
  G_OBJECT_CLASS (pz_saved_filters_box_parent_class)->dispose (object);
}

static void
pz_saved_filters_box_class_init (PzSavedFiltersBoxClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_saved_filters_box_dispose;
  GTK_WIDGET_CLASS (klass)->map = pz_saved_filters_box_map;
}

static GtkWidget *
make_naming (PzSavedFiltersBox *self)
{
  GtkWidget *naming = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *done = gtk_button_new_with_mnemonic (_("_Save"));

  self->entry = gtk_entry_new ();
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _("Name of the filter"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Name of the filter"),
                                  -1);
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (name_done_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (done, "clicked", G_CALLBACK (name_done_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (naming), self->entry);
  gtk_box_append (GTK_BOX (naming), done);
  return naming;
}

static void
pz_saved_filters_box_init (PzSavedFiltersBox *self)
{
  GtkWidget *save_label = gtk_label_new_with_mnemonic (_("_Save Filter…"));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (self), GTK_ORIENTATION_VERTICAL);
  gtk_box_append (GTK_BOX (self), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  self->heading = gtk_label_new (_("Saved filters"));
  gtk_label_set_xalign (GTK_LABEL (self->heading), 0);
  gtk_widget_add_css_class (self->heading, "pz-filter-heading");
  gtk_box_append (GTK_BOX (self), self->heading);
  self->rows = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_box_append (GTK_BOX (self), self->rows);
  self->save = gtk_button_new ();
  gtk_label_set_xalign (GTK_LABEL (save_label), 0);
  gtk_button_set_child (GTK_BUTTON (self->save), save_label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->save), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Save Filter…"), -1);
  gtk_widget_add_css_class (self->save, "flat");
  g_signal_connect_object (self->save, "clicked", G_CALLBACK (start_saving_cb), self, G_CONNECT_SWAPPED);
  gtk_box_append (GTK_BOX (self), self->save);
  self->naming = make_naming (self);
  gtk_box_append (GTK_BOX (self), self->naming);
}

/**
 * pz_saved_filters_box_new:
 * @model: the conditions that are saved, or replaced
 *
 * Returns: (transfer floating): the box
 */
GtkWidget *
pz_saved_filters_box_new (PzFilterModel *model)
{
  PzSavedFiltersBox *self;

  g_return_val_if_fail (PZ_IS_FILTER_MODEL (model), NULL);

  self = g_object_new (PZ_TYPE_SAVED_FILTERS_BOX, NULL);
  self->model = g_object_ref (model);
  g_signal_connect_object (model, "changed", G_CALLBACK (model_changed_cb), self, G_CONNECT_SWAPPED);
  fill (self);
  return GTK_WIDGET (self);
}
