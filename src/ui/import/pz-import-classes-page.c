/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-classes-page.h"

#include "pz-compat.h"
#include "pz-import-choice.h"
#include "pz-import-class-row.h"
#include "pz-import-day-group.h"
#include "pz-index.h"

#include <glib/gi18n-lib.h>

/* More classes than these are found by typing. */
#define MAX_ROWS 100
/* Rows made in one turn, so that the window goes on drawing. */
#define ROWS_AT_ONCE 4

struct _PzImportClassesPage
{
  AdwBin parent_instance;

  PzImportSession *session;
  GPtrArray *matches;  /* PzImportChoice that fit what was typed */
  GPtrArray *pool;     /* PzImportClassRow, the first ones show the matches; the list box holds them */
  guint fill_source;
  char *needle;        /* folded */
  gboolean updating;

  PzImportDayGroup *day_group;
  GtkWidget *teacher_group;
  GtkWidget *teacher_drop;
  GtkWidget *search_entry;
  GtkWidget *rows;
  GtkWidget *count_label;
  GtkWidget *demographics_group;
};

G_DEFINE_FINAL_TYPE (PzImportClassesPage, pz_import_classes_page, ADW_TYPE_BIN)

static void
update_count (PzImportClassesPage *self)
{
  guint n_learners = 0;
  guint n = pz_import_session_count_chosen (self->session, &n_learners);
  guint hidden = self->matches->len > MAX_ROWS ? self->matches->len - MAX_ROWS : 0;
  g_autofree char *learners = g_strdup_printf (ngettext ("%u learner", "%u learners", n_learners), n_learners);
  g_autofree char *classes = g_strdup_printf (ngettext ("%u class chosen", "%u classes chosen", n), n);
  g_autofree char *more = NULL;
  g_autofree char *text = NULL;

  if (self->matches->len == 0)
    text = g_strdup (_("No class is called so. Try another part of the name."));
  else if (hidden > 0)
    {
      more = g_strdup_printf (ngettext ("%u more class: type to find it", "%u more classes: type to find them", hidden),
                              hidden);
      /* Translators: classes chosen, learners in them, and how many classes do not show */
      text = g_strdup_printf (_("%1$s, %2$s. %3$s"), classes, learners, more);
    }
  else if (n == 0)
    text = g_strdup (_("No class is chosen yet"));
  else
    /* Translators: classes chosen, and learners in them: 2 classes chosen, 56 learners */
    text = g_strdup_printf (_("%1$s, %2$s"), classes, learners);
  gtk_label_set_label (GTK_LABEL (self->count_label), text);
}

static void
changed_cb (PzImportClassesPage *self)
{
  self->updating = TRUE;
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->teacher_drop),
                              (guint) (pz_import_session_get_teacher (self->session) + 1));
  self->updating = FALSE;
  update_count (self);
}

static gboolean
fill_cb (gpointer data)
{
  PzImportClassesPage *self = PZ_IMPORT_CLASSES_PAGE (data);
  guint wanted = MIN (self->matches->len, MAX_ROWS);

  for (guint i = 0; i < ROWS_AT_ONCE && self->pool->len < wanted; i++)
    {
      GtkWidget *row = pz_import_class_row_new ();

      pz_import_class_row_set_choice (PZ_IMPORT_CLASS_ROW (row), g_ptr_array_index (self->matches, self->pool->len));
      gtk_list_box_append (GTK_LIST_BOX (self->rows), row);
      g_ptr_array_add (self->pool, row);
    }
  if (self->pool->len < wanted)
    return G_SOURCE_CONTINUE;
  self->fill_source = 0;
  return G_SOURCE_REMOVE;
}

static void
show_matches (PzImportClassesPage *self)
{
  GListModel *choices = pz_import_session_get_choices (self->session);

  g_ptr_array_set_size (self->matches, 0);
  for (guint i = 0; i < g_list_model_get_n_items (choices); i++)
    {
      g_autoptr(PzImportChoice) choice = g_list_model_get_item (choices, i);

      if (pz_import_choice_matches (choice, self->needle))
        g_ptr_array_add (self->matches, g_steal_pointer (&choice));
    }
  for (guint i = 0; i < self->pool->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->pool, i);

      gtk_widget_set_visible (row, i < self->matches->len);
      if (i < self->matches->len)
        pz_import_class_row_set_choice (PZ_IMPORT_CLASS_ROW (row), g_ptr_array_index (self->matches, i));
    }
  gtk_widget_set_visible (self->rows, self->matches->len > 0);
  if (self->pool->len < MIN (self->matches->len, MAX_ROWS) && self->fill_source == 0)
    self->fill_source = g_idle_add (fill_cb, self);
  update_count (self);
}

static void
demographic_toggled_cb (PzImportClassesPage *self,
                        GParamSpec          *pspec,
                        GtkSwitch           *toggle)
{
  pz_import_session_read_demographic (self->session, g_object_get_data (G_OBJECT (toggle), "pz-column"),
                                      gtk_switch_get_active (toggle));
}

/* what there is a field for is called as the field, all else as the lens it becomes */
static GtkWidget *
make_demographic_row (PzImportClassesPage *self,
                      const char          *column)
{
  int index = pz_import_demographic_to_field (column);
  const PzField *field = index >= 0 ? &pz_schema_get_record (PZ_RECORD_LEARNER)->fields[index] : NULL;
  const char *title = field != NULL ? pz_field_get_label (field) : column;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *toggle = gtk_switch_new ();

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), field != NULL ? pz_field_get_purpose (field)
                                                                   : _("Becomes a lens of the class, to look at fairness"));
  gtk_widget_set_valign (toggle, GTK_ALIGN_CENTER);
  gtk_switch_set_active (GTK_SWITCH (toggle), pz_import_session_reads_demographic (self->session, column));
  gtk_accessible_update_property (GTK_ACCESSIBLE (toggle), GTK_ACCESSIBLE_PROPERTY_LABEL, title, -1);
  g_object_set_data_full (G_OBJECT (toggle), "pz-column", g_strdup (column), g_free);
  g_signal_connect_object (toggle, "notify::active", G_CALLBACK (demographic_toggled_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), toggle);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), toggle);
  return row;
}

static void
show_demographics (PzImportClassesPage *self)
{
  const char *const *columns = pz_import_session_get_demographics (self->session);

  gtk_widget_set_visible (self->demographics_group, columns[0] != NULL);
  for (gsize i = 0; columns[i] != NULL; i++)
    adw_preferences_group_add (ADW_PREFERENCES_GROUP (self->demographics_group), make_demographic_row (self, columns[i]));
}

static void
show_teachers (PzImportClassesPage *self)
{
  guint n = pz_import_session_get_n_teachers (self->session);
  g_autoptr(GtkStringList) names = gtk_string_list_new (NULL);

  /* Translators: in a list of teachers */
  gtk_string_list_append (names, _("Somebody else"));
  for (guint i = 0; i < n; i++)
    gtk_string_list_take (names, pz_import_session_dup_teacher_name (self->session, i));
  self->updating = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->teacher_drop), G_LIST_MODEL (names));
  self->updating = FALSE;
  changed_cb (self);
  gtk_widget_set_visible (self->teacher_group, n > 0);
}

static void
teacher_selected_cb (PzImportClassesPage *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->teacher_drop));

  if (!self->updating && self->session != NULL && selected != GTK_INVALID_LIST_POSITION)
    pz_import_session_set_teacher (self->session, (int) selected - 1);
}

static void
search_changed_cb (PzImportClassesPage *self)
{
  g_autofree char *needle = pz_search_fold (gtk_editable_get_text (GTK_EDITABLE (self->search_entry)));

  if (g_strcmp0 (needle, self->needle) == 0)
    return;
  g_free (self->needle);
  self->needle = g_steal_pointer (&needle);
  show_matches (self);
}

static void
pz_import_classes_page_dispose (GObject *object)
{
  PzImportClassesPage *self = PZ_IMPORT_CLASSES_PAGE (object);

  g_clear_handle_id (&self->fill_source, g_source_remove);
  g_clear_object (&self->session);
  G_OBJECT_CLASS (pz_import_classes_page_parent_class)->dispose (object);
}

static void
pz_import_classes_page_finalize (GObject *object)
{
  PzImportClassesPage *self = PZ_IMPORT_CLASSES_PAGE (object);

  g_ptr_array_unref (self->matches);
  g_ptr_array_unref (self->pool);
  g_free (self->needle);
  G_OBJECT_CLASS (pz_import_classes_page_parent_class)->finalize (object);
}

static void
pz_import_classes_page_class_init (PzImportClassesPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_import_classes_page_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_import_classes_page_finalize;
  g_type_ensure (PZ_TYPE_IMPORT_DAY_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-import-classes-page.ui");
  gtk_widget_class_bind_template_child (widget_class, PzImportClassesPage, day_group);
  gtk_widget_class_bind_template_child (widget_class, PzImportClassesPage, teacher_group);
  gtk_widget_class_bind_template_child (widget_class, PzImportClassesPage, teacher_drop);
  gtk_widget_class_bind_template_child (widget_class, PzImportClassesPage, search_entry);
  gtk_widget_class_bind_template_child (widget_class, PzImportClassesPage, rows);
  gtk_widget_class_bind_template_child (widget_class, PzImportClassesPage, count_label);
  gtk_widget_class_bind_template_child (widget_class, PzImportClassesPage, demographics_group);
  gtk_widget_class_bind_template_callback (widget_class, teacher_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
}

/* a long name must not make the window wider */
static void
teacher_setup_cb (GtkSignalListItemFactory *factory,
                  GtkListItem              *item)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_ellipsize (GTK_LABEL (label), PANGO_ELLIPSIZE_END);
  gtk_list_item_set_child (item, label);
}

static void
teacher_bind_cb (GtkSignalListItemFactory *factory,
                 GtkListItem              *item)
{
  const char *name = gtk_string_object_get_string (gtk_list_item_get_item (item));

  gtk_label_set_label (GTK_LABEL (gtk_list_item_get_child (item)), name);
  pz_list_item_set_label (item, name);
}

static void
set_up_teachers (PzImportClassesPage *self)
{
  g_autoptr(GtkListItemFactory) factory = gtk_signal_list_item_factory_new ();
  g_autoptr(GtkExpression) name = gtk_property_expression_new (GTK_TYPE_STRING_OBJECT, NULL, "string");

  g_signal_connect (factory, "setup", G_CALLBACK (teacher_setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (teacher_bind_cb), NULL);
  gtk_drop_down_set_factory (GTK_DROP_DOWN (self->teacher_drop), factory);
  /* what its search looks at */
  gtk_drop_down_set_expression (GTK_DROP_DOWN (self->teacher_drop), name);
  /* the button inside is what has the focus */
  gtk_accessible_update_property (GTK_ACCESSIBLE (gtk_widget_get_first_child (self->teacher_drop)),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, _("Who you are"), -1);
}

static void
pz_import_classes_page_init (PzImportClassesPage *self)
{
  self->matches = g_ptr_array_new_with_free_func (g_object_unref);
  self->pool = g_ptr_array_new ();
  self->needle = g_strdup ("");
  gtk_widget_init_template (GTK_WIDGET (self));
  set_up_teachers (self);
}

/**
 * pz_import_classes_page_new:
 * @session: the import, with a roster
 *
 * Returns: (transfer floating): a page for this roster; another one needs another page
 */
GtkWidget *
pz_import_classes_page_new (PzImportSession *session)
{
  PzImportClassesPage *self;

  g_return_val_if_fail (PZ_IS_IMPORT_SESSION (session), NULL);

  self = g_object_new (PZ_TYPE_IMPORT_CLASSES_PAGE, NULL);
  self->session = g_object_ref (session);
  pz_import_day_group_set_session (self->day_group, session);
  g_signal_connect_object (session, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_import_session_get_choices (session), "items-changed", G_CALLBACK (show_matches), self,
                           G_CONNECT_SWAPPED);
  show_demographics (self);
  show_teachers (self);
  show_matches (self);
  return GTK_WIDGET (self);
}

/**
 * pz_import_classes_page_get_n_shown:
 * @self: the page
 *
 * Returns: how many classes fit what was typed
 */
guint
pz_import_classes_page_get_n_shown (PzImportClassesPage *self)
{
  g_return_val_if_fail (PZ_IS_IMPORT_CLASSES_PAGE (self), 0);
  return self->matches->len;
}
