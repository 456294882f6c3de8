/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-bulk-add-popover.h"

#include "pz-filter-words.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MOST_SUGGESTIONS 6

static const PzFilterField fields[] = { PZ_FILTER_STRENGTH, PZ_FILTER_NEED, PZ_FILTER_INTEREST, PZ_FILTER_SUPPORT,
                                        PZ_FILTER_LANGUAGE };

struct _PzBulkAddPopover
{
  GtkPopover parent_instance;

  PzFilterModel *model;
  GtkWidget *field;
  GtkWidget *entry;
  GtkWidget *suggestions;
};

G_DEFINE_FINAL_TYPE (PzBulkAddPopover, pz_bulk_add_popover, GTK_TYPE_POPOVER)

static PzFilterField
get_field (PzBulkAddPopover *self)
{
  return fields[MIN (gtk_drop_down_get_selected (GTK_DROP_DOWN (self->field)), G_N_ELEMENTS (fields) - 1)];
}

static void
add (PzBulkAddPopover *self,
     const char       *text)
{
  int field = pz_filter_field_get_learner_field (get_field (self));
  g_autofree char *value = g_strstrip (g_strdup (text));

  if (*value == '\0')
    return;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.add-to-learners", "(ss)",
                              pz_schema_get_record (PZ_RECORD_LEARNER)->fields[field].name, value);
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_popover_popdown (GTK_POPOVER (self));
}

static void
add_typed_cb (PzBulkAddPopover *self)
{
  add (self, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
}

static void
suggestion_clicked_cb (GtkButton        *button,
                       PzBulkAddPopover *self)
{
  g_autofree char *text = g_strdup (g_object_get_data (G_OBJECT (button), "pz-text"));

  add (self, text);
}

static void
add_suggestion (PzBulkAddPopover *self,
                const char       *text)
{
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_label_set_max_width_chars (GTK_LABEL (label), 32);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
  gtk_widget_add_css_class (button, "flat");
  g_object_set_data_full (G_OBJECT (button), "pz-text", g_strdup (text), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (suggestion_clicked_cb), self, 0);
  gtk_box_append (GTK_BOX (self->suggestions), button);
}

/* what the class has in the field, most used first */
static void
suggest (PzBulkAddPopover *self)
{
  g_autoptr(GPtrArray) choices = pz_filter_model_list_choices (self->model, get_field (self), NULL);
  g_autofree char *typed = g_strstrip (pz_search_fold (gtk_editable_get_text (GTK_EDITABLE (self->entry))));
  GtkWidget *child;
  guint n = 0;

  while ((child = gtk_widget_get_first_child (self->suggestions)) != NULL)
    gtk_box_remove (GTK_BOX (self->suggestions), child);
  for (guint i = 0; i < choices->len && n < MOST_SUGGESTIONS; i++)
    {
      const PzFilterChoice *choice = g_ptr_array_index (choices, i);
      g_autofree char *key = pz_search_fold (choice->label);

      if (strstr (key, typed) == NULL)
        continue;
      add_suggestion (self, choice->label);
      n++;
    }
}

static void
pz_bulk_add_popover_dispose (GObject *object)
{
  g_clear_object (&PZ_BULK_ADD_POPOVER (object)->model);
  G_OBJECT_CLASS (pz_bulk_add_popover_parent_class)->dispose (object);
}

static void
pz_bulk_add_popover_class_init (PzBulkAddPopoverClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_bulk_add_popover_dispose;
}

static void
pz_bulk_add_popover_init (PzBulkAddPopover *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *button = gtk_button_new_with_mnemonic (_("_Add"));

  self->field = gtk_drop_down_new (NULL, NULL);
  self->entry = gtk_entry_new ();
  self->suggestions = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  gtk_widget_set_hexpand (self->entry, TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->field), GTK_ACCESSIBLE_PROPERTY_LABEL, _("What to add"), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Text to add"), -1);
  gtk_widget_add_css_class (button, "suggested-action");
  gtk_box_append (GTK_BOX (line), self->entry);
  gtk_box_append (GTK_BOX (line), button);
  gtk_box_append (GTK_BOX (box), self->field);
  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), self->suggestions);
  gtk_popover_set_child (GTK_POPOVER (self), box);
  gtk_widget_add_css_class (GTK_WIDGET (self), "pz-filter-menu");
  g_signal_connect_object (self->entry, "activate", G_CALLBACK (add_typed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (button, "clicked", G_CALLBACK (add_typed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * pz_bulk_add_popover_new:
 * @model: knows what the class has
 *
 * Returns: (transfer floating): the popover
 */
GtkWidget *
pz_bulk_add_popover_new (PzFilterModel *model)
{
  PzBulkAddPopover *self;
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  g_return_val_if_fail (PZ_IS_FILTER_MODEL (model), NULL);

  self = g_object_new (PZ_TYPE_BULK_ADD_POPOVER, NULL);
  self->model = g_object_ref (model);
  for (gsize i = 0; i < G_N_ELEMENTS (fields); i++)
    gtk_string_list_take (names, pz_filter_words_dup_topic (fields[i], NULL, NULL));
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->field), G_LIST_MODEL (names));
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->field), 1); /* needs */
  g_signal_connect_object (self->field, "notify::selected", G_CALLBACK (suggest), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->entry, "changed", G_CALLBACK (suggest), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (model, "changed", G_CALLBACK (suggest), self, G_CONNECT_SWAPPED);
  suggest (self);
  return GTK_WIDGET (self);
}
