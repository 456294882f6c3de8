/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-source-page.h"

struct _PzImportSourcePage
{
  AdwBin parent_instance;

  GtkWidget *file_row;
  GtkWidget *folder_row;
  GtkWidget *names_row;
};

G_DEFINE_FINAL_TYPE (PzImportSourcePage, pz_import_source_page, ADW_TYPE_BIN)

static void
name_row (GtkWidget *row)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (row),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, adw_preferences_row_get_title (ADW_PREFERENCES_ROW (row)),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, adw_action_row_get_subtitle (ADW_ACTION_ROW (row)),
                                  -1);
}

static void
pz_import_source_page_class_init (PzImportSourcePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-import-source-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PzImportSourcePage, file_row);
  gtk_widget_class_bind_template_child (widget_class, PzImportSourcePage, folder_row);
  gtk_widget_class_bind_template_child (widget_class, PzImportSourcePage, names_row);
}

static void
pz_import_source_page_init (PzImportSourcePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  name_row (self->file_row);
  name_row (self->folder_row);
  name_row (self->names_row);
}

/**
 * pz_import_source_page_new:
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
pz_import_source_page_new (void)
{
  return g_object_new (PZ_TYPE_IMPORT_SOURCE_PAGE, NULL);
}
