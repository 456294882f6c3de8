/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-table-page.h"

#include "pz-import-column-row.h"
#include "pz-import-day-group.h"
#include "pz-import-place-group.h"

/* Rows made in one turn, so that the window goes on drawing. */
#define ROWS_AT_ONCE 4

struct _PzImportTablePage
{
  AdwBin parent_instance;

  PzImportSession *session;
  GPtrArray *pool;       /* PzImportColumnRow; the list box holds them */
  GArray *fields;        /* PzTableField the rows show */
  PzDayOrder day_order;  /* that the rows show */
  gboolean has_header;
  guint fill_source;
  gboolean updating;

  PzImportDayGroup *day_group;
  PzImportPlaceGroup *place_group;
  GtkWidget *names_label;
  GtkWidget *rows;
  GtkWidget *header_switch;
};

G_DEFINE_FINAL_TYPE (PzImportTablePage, pz_import_table_page, ADW_TYPE_BIN)

/* only what is shown otherwise now: examples are looked for in the rows of the file */
static void
update_rows (PzImportTablePage *self,
             PzTableImport     *table)
{
  gboolean all = self->day_order != pz_import_session_get_day_order (self->session)
                 || self->has_header != pz_table_import_get_has_header (table);

  self->day_order = pz_import_session_get_day_order (self->session);
  self->has_header = pz_table_import_get_has_header (table);
  for (guint i = 0; i < self->pool->len; i++)
    {
      PzTableField field = pz_table_import_get_field (table, i);

      if (!all && g_array_index (self->fields, PzTableField, i) == field)
        continue;
      g_array_index (self->fields, PzTableField, i) = field;
      pz_import_column_row_update (g_ptr_array_index (self->pool, i));
    }
}

static void
update (PzImportTablePage *self)
{
  PzTableImport *table = pz_import_session_get_table (self->session);

  if (table == NULL)
    return;
  self->updating = TRUE;
  gtk_switch_set_active (GTK_SWITCH (self->header_switch), pz_table_import_get_has_header (table));
  self->updating = FALSE;
  gtk_widget_set_visible (self->names_label, !pz_import_session_has_name_column (self->session));
  update_rows (self, table);
}

static gboolean
fill_cb (gpointer data)
{
  PzImportTablePage *self = PZ_IMPORT_TABLE_PAGE (data);
  PzTableImport *table = pz_import_session_get_table (self->session);
  guint n = table != NULL ? pz_table_import_get_n_columns (table) : 0;

  for (guint i = 0; i < ROWS_AT_ONCE && self->pool->len < n; i++)
    {
      PzTableField field = pz_table_import_get_field (table, self->pool->len);
      GtkWidget *row = pz_import_column_row_new (self->session, self->pool->len);

      gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
      g_ptr_array_add (self->pool, row);
      g_array_append_val (self->fields, field);
    }
  if (self->pool->len < n)
    return G_SOURCE_CONTINUE;
  self->fill_source = 0;
  return G_SOURCE_REMOVE;
}

static void
row_activated_cb (GtkListBox    *rows,
                  GtkListBoxRow *row)
{
  pz_import_column_row_ask (PZ_IMPORT_COLUMN_ROW (row));
}

static void
header_toggled_cb (PzImportTablePage *self)
{
  if (!self->updating && self->session != NULL)
    pz_import_session_set_has_header (self->session, gtk_switch_get_active (GTK_SWITCH (self->header_switch)));
}

static void
pz_import_table_page_dispose (GObject *object)
{
  PzImportTablePage *self = PZ_IMPORT_TABLE_PAGE (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pz_import_table_page_parent_class)->dispose (object);
}

static void
pz_import_table_page_finalize (GObject *object)
{
  PzImportTablePage *self = PZ_IMPORT_TABLE_PAGE (object);

  g_ptr_array_unref (self->pool);
  g_array_unref (self->fields);
  G_OBJECT_CLASS (pz_import_table_page_parent_class)->finalize (object);
}

static void
pz_import_table_page_class_init (PzImportTablePageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_import_table_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_import_table_page_finalize;
  g_type_ensure (PZ_TYPE_IMPORT_DAY_GROUP);
  g_type_ensure (PZ_TYPE_IMPORT_PLACE_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-import-table-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PzImportTablePage, day_group);
  gtk_widget_class_bind_template_child (widget_class, PzImportTablePage, place_group);
  gtk_widget_class_bind_template_child (widget_class, PzImportTablePage, names_label);
  gtk_widget_class_bind_template_child (widget_class, PzImportTablePage, rows);
  gtk_widget_class_bind_template_child (widget_class, PzImportTablePage, header_switch);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, header_toggled_cb);
}

static void
pz_import_table_page_init (PzImportTablePage *self)
{
  self->pool = g_ptr_array_new ();
  self->fields = g_array_new (FALSE, FALSE, sizeof (PzTableField));
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pz_import_table_page_new:
 * @session: the import, with a table
 *
 * Returns: (transfer floating): a page for this table; another one needs another page
 */
GtkWidget *
pz_import_table_page_new (PzImportSession *session)
{
  PzImportTablePage *self;

  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (session), NULL);

  self = g_object_new (PZ_TYPE_IMPORT_TABLE_PAGE, NULL);
  self->session = g_object_ref (session);
  pz_import_day_group_set_session (self->day_group, session);
  pz_import_place_group_set_session (self->place_group, session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  /* the first rows at once: the focus goes to them */
  if (fill_cb (self) == G_SOURCE_CONTINUE)
    self->fill_source = g_idle_add (fill_cb, self);
  return GTK_WIDGET (self);
}
