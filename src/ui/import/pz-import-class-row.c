/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-class-row.h"

#include <glib/gi18n-lib.h>

struct _PzImportClassRow
{
  AdwActionRow parent_instance;

  PzImportChoice *choice;
  GBinding *binding;

  GtkWidget *check;
  GtkWidget *mine_label;
};

G_DEFINE_FINAL_TYPE (PzImportClassRow, pz_import_class_row, ADW_TYPE_ACTION_ROW)

static void
pz_import_class_row_dispose (GObject *object)
{
  PzImportClassRow *self = PZ_IMPORT_CLASS_ROW (object);

  g_clear_pointer (&self->binding, g_binding_unbind);
  g_clear_object (&self->choice);
  G_OBJECT_CLASS (pz_import_class_row_parent_class)->dispose (object);
}

static void
pz_import_class_row_class_init (PzImportClassRowClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = pz_import_class_row_dispose;
}

static void
pz_import_class_row_init (PzImportClassRow *self)
{
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (self), FALSE);
  self->check = gtk_check_button_new ();
  gtk_widget_set_valign (self->check, GTK_ALIGN_CENTER);
  adw_action_row_add_prefix (ADW_ACTION_ROW (self), self->check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (self), self->check);
  /* Translators: marks the classes of the teacher who imports */
  self->mine_label = gtk_label_new (C_("classes", "Yours"));
  gtk_widget_add_css_class (self->mine_label, "pz-dim");
  adw_action_row_add_suffix (ADW_ACTION_ROW (self), self->mine_label);
}

/**
 * pz_import_class_row_new:
 *
 * Returns: (transfer floating): a row that shows no class yet
 */
GtkWidget *
pz_import_class_row_new (void)
{
  return g_object_new (PZ_TYPE_IMPORT_CLASS_ROW, NULL);
}

/**
 * pz_import_class_row_set_choice:
 * @self: a row
 * @choice: the class to show
 */
void
pz_import_class_row_set_choice (PzImportClassRow *self,
                                PzImportChoice   *choice)
{
  const char *title;

  g_return_if_fail (PZ_IS_IMPORT_CLASS_ROW (self) && PZ_IS_IMPORT_CHOICE (choice));

  if (self->choice == choice)
    return;
  /* while both ends are there: a binding goes with either */
  g_clear_pointer (&self->binding, g_binding_unbind);
  g_set_object (&self->choice, choice);
  title = pz_import_choice_get_title (choice);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (self), pz_import_choice_get_details (choice));
  gtk_widget_set_visible (self->mine_label, pz_import_choice_get_mine (choice));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, pz_import_choice_get_details (choice), -1);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->check), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  self->binding = g_object_bind_property (choice, "chosen", self->check, "active",
                                          G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL);
}
