/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-names-page.h"

#include "pz-import-place-group.h"

#include <glib/gi18n-lib.h>

struct _PzImportNamesPage
{
  AdwBin parent_instance;

  PzImportSession *session;

  GtkWidget *names_view;
  GtkWidget *count_label;
  PzImportPlaceGroup *place_group;
};

G_DEFINE_FINAL_TYPE (PzImportNamesPage, pz_import_names_page, ADW_TYPE_BIN)

static void
update (PzImportNamesPage *self)
{
  guint n = pz_import_session_get_n_names (self->session);
  g_autofree char *text = n > 0 ? g_strdup_printf (ngettext ("%u learner", "%u learners", n), n)
                                : g_strdup (_("First name then family name, or the family name with a comma."));

  gtk_label_set_label (GTK_LABEL (self->count_label), text);
}

static void
names_changed_cb (PzImportNamesPage *self)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->names_view));
  g_autofree char *text = NULL;
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, FALSE);
  pz_import_session_set_names (self->session, text);
}

static void
pz_import_names_page_dispose (GObject *object)
{
  g_clear_object (&PZ_IMPORT_NAMES_PAGE (object)->session);
  G_OBJECT_CLASS (pz_import_names_page_parent_class)->dispose (object);
}

static void
pz_import_names_page_class_init (PzImportNamesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_import_names_page_dispose;
  g_type_ensure (PZ_TYPE_IMPORT_PLACE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-import-names-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PzImportNamesPage, names_view);
  gtk_widget_class_bind_template_child (widget_class, PzImportNamesPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, PzImportNamesPage, place_group);
}

static void
pz_import_names_page_init (PzImportNamesPage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pz_import_names_page_new:
 * @session: the import
 *
 * Returns: (transfer floating): the page
 */
GtkWidget *
pz_import_names_page_new (PzImportSession *session)
{
  PzImportNamesPage *self;

  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (session), NULL);

  self = g_object_new (PZ_TYPE_IMPORT_NAMES_PAGE, NULL);
  self->session = g_object_ref (session);
  pz_import_place_group_set_session (self->place_group, session);
  g_signal_connect_object (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->names_view)), "changed",
                           G_CALLBACK (names_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}
