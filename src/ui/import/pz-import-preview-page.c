/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-preview-page.h"

#include "pz-compat.h"
#include "pz-flow-layout.h"
#include "pz-import-cell.h"
#include "pz-import-framework-words.h"
#include "pz-import-rows.h"
#include "pz-import-words.h"

struct _PzImportPreviewPage
{
  AdwBin parent_instance;

  PzImportSession *session;
  GListStore *store; /* PzImportRow; NULL: nothing is shown */

  GtkWidget *counts;
  GtkWidget *list;
};

G_DEFINE_FINAL_TYPE (PzImportPreviewPage, pz_import_preview_page, ADW_TYPE_BIN)

static void
cell_setup_cb (GtkSignalListItemFactory *factory,
               GtkListItem              *item,
               PzImportPreviewPage      *self)
{
  gtk_list_item_set_child (item, pz_import_cell_new (self->session));
}

static void
cell_bind_cb (GtkSignalListItemFactory *factory,
              GtkListItem              *item,
              PzImportPreviewPage      *self)
{
  PzImportRow *row = gtk_list_item_get_item (item);
  g_autofree char *label = pz_import_row_dup_label (row);

  pz_import_cell_set_row (PZ_IMPORT_CELL (gtk_list_item_get_child (item)), row);
  pz_list_item_set_label (item, label);
}

static void
cell_unbind_cb (GtkSignalListItemFactory *factory,
                GtkListItem              *item,
                PzImportPreviewPage      *self)
{
  pz_import_cell_set_row (PZ_IMPORT_CELL (gtk_list_item_get_child (item)), NULL);
}

/* a learner is ticked or let go, a group opens or closes */
static void
row_activated_cb (PzImportPreviewPage *self,
                  guint                position)
{
  g_autoptr(PzImportRow) row = g_list_model_get_item (G_LIST_MODEL (self->store), position);
  PzImportItem *item = pz_import_row_get_item (row);

  if (pz_import_row_get_kind (row) == PZ_IMPORT_ROW_GROUP)
    pz_import_rows_toggle (self->store, row);
  else if (item != NULL && item->kind != PZ_IMPORT_SAME)
    {
      pz_import_session_set_item_chosen (self->session, item, !item->chosen);
      pz_import_row_item_changed (row);
    }
}

static void
add_count (PzImportPreviewPage *self,
           const char          *icon,
           const char          *style,
           char                *text)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *image = gtk_image_new_from_icon_name (icon);
  GtkWidget *label = gtk_label_new (text);

  gtk_widget_add_css_class (image, style);
  gtk_widget_add_css_class (label, "pz-count");
  gtk_box_append (GTK_BOX (box), image);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (self->counts), box);
  g_free (text);
}

static guint
count (PzImportPreviewPage *self,
       PzImportKind         kind)
{
  PzCasePlan *framework = pz_import_session_get_framework (self->session);
  guint n = framework != NULL ? pz_case_plan_count (framework, PZ_RECORD_STANDARD, kind) : 0;

  for (guint i = 0; i < pz_import_session_get_n_plans (self->session); i++)
    n += pz_import_plan_count (pz_import_session_get_plan (self->session, i), kind);
  return n;
}

static guint
count_contacts (PzImportPreviewPage *self)
{
  guint n = 0;

  for (guint i = 0; i < pz_import_session_get_n_plans (self->session); i++)
    n += pz_import_plan_count_contacts (pz_import_session_get_plan (self->session, i));
  return n;
}

static void
show_counts (PzImportPreviewPage *self)
{
  static const struct
  {
    PzImportKind kind;
    const char *icon;
    const char *style;
    gboolean always;
  } parts[] = {
    { PZ_IMPORT_NEW, "list-add-symbolic", "pz-good", TRUE },
    { PZ_IMPORT_CHANGED, "document-edit-symbolic", "pz-import-updated", TRUE },
    { PZ_IMPORT_BACK, "edit-undo-symbolic", "pz-import-updated", FALSE },
    { PZ_IMPORT_SAME, "object-select-symbolic", "pz-dim", FALSE },
    { PZ_IMPORT_DELETED, "user-trash-symbolic", "pz-dim", FALSE },
    { PZ_IMPORT_GONE, "list-remove-symbolic", "pz-dim", FALSE },
  };
  const PzRosterMessages *messages = pz_import_session_get_messages (self->session);
  guint n_odd = pz_roster_messages_count (messages, PZ_ROSTER_WARNING)
                + pz_roster_messages_count (messages, PZ_ROSTER_ERROR);
  guint n_contacts = count_contacts (self);
  gboolean is_framework = pz_import_session_get_framework (self->session) != NULL;
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (self->counts)) != NULL)
    gtk_box_remove (GTK_BOX (self->counts), child);
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      guint n = count (self, parts[i].kind);

      if (n > 0 || parts[i].always)
        add_count (self, parts[i].icon, parts[i].style, is_framework ? pz_import_framework_words_count (parts[i].kind, n)
                                                                 : pz_import_words_count (parts[i].kind, n));
    }
  if (n_contacts > 0)
    add_count (self, "avatar-default-symbolic", "pz-dim", pz_import_words_contacts (n_contacts));
  if (n_odd > 0)
    add_count (self, "dialog-warning-symbolic", "pz-warning", pz_import_words_need_look (n_odd));
}

static void
pz_import_preview_page_dispose (GObject *object)
{
  PzImportPreviewPage *self = PZ_IMPORT_PREVIEW_PAGE (object);

  if (self->list != NULL)
    pz_import_preview_page_clear (self);
  self->list = NULL;
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pz_import_preview_page_parent_class)->dispose (object);
}

static void
pz_import_preview_page_class_init (PzImportPreviewPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_import_preview_page_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-import-preview-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PzImportPreviewPage, counts);
  gtk_widget_class_bind_template_child (widget_class, PzImportPreviewPage, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
}

static void
pz_import_preview_page_init (PzImportPreviewPage *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (self->counts, pz_flow_layout_new (18));
  g_signal_connect_object (factory, "setup", G_CALLBACK (cell_setup_cb), self, 0);
  g_signal_connect_object (factory, "bind", G_CALLBACK (cell_bind_cb), self, 0);
  g_signal_connect_object (factory, "unbind", G_CALLBACK (cell_unbind_cb), self, 0);
  gtk_list_view_set_factory (GTK_LIST_VIEW (self->list), factory);
}

/**
 * pz_import_preview_page_new:
 * @session: the import
 *
 * Returns: (transfer floating): the page, empty until pz_import_preview_page_fill()
 */
GtkWidget *
pz_import_preview_page_new (PzImportSession *session)
{
  PzImportPreviewPage *self;

  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (session), NULL);

  self = g_object_new (PZ_TYPE_IMPORT_PREVIEW_PAGE, NULL);
  self->session = g_object_ref (session);
  return GTK_WIDGET (self);
}

/**
 * pz_import_preview_page_fill:
 * @self: the page
 *
 * Shows the plans the session has now.
 */
void
pz_import_preview_page_fill (PzImportPreviewPage *self)
{
  g_autoptr(GtkNoSelection) selection = NULL;

  g_return_if_fail (PZ_IS_IMPORT_PREVIEW_PAGE (self));

  pz_import_preview_page_clear (self);
  self->store = pz_import_rows_new (self->session);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->store)));
  pz_list_view_set_model (GTK_LIST_VIEW (self->list), GTK_SELECTION_MODEL (selection));
  show_counts (self);
}

/**
 * pz_import_preview_page_clear:
 * @self: the page
 *
 * Shows nothing any more, before the plans go.
 */
void
pz_import_preview_page_clear (PzImportPreviewPage *self)
{
  g_return_if_fail (PZ_IS_IMPORT_PREVIEW_PAGE (self));

  pz_list_view_set_model (GTK_LIST_VIEW (self->list), NULL);
  g_clear_object (&self->store);
}
