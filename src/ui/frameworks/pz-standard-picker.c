/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-standard-picker.h"

#include "pz-choice-row.h"
#include "pz-framework-reading.h"
#include "pz-standard-browser.h"
#include "pz-status.h"

#include <glib/gi18n-lib.h>

struct _PzStandardPicker
{
  AdwWindow parent_instance;

  PzClassroom *classroom;
  GCancellable *cancellable;
  PzFrameworkReading *reading; /* NULL before the files were read */
  GPtrArray *untried;          /* ids of frameworks that may have the standard that is chosen; NULL: not known yet */
  char *chosen;                /* id of a standard, or NULL */
  char *framework;             /* id of the framework that is shown, or NULL */
  gboolean reading_now;
  gboolean filling;

  GtkWidget *choose_button;
  GtkWidget *remove_button;
  GtkWidget *stack;            /* loading, empty, standards */
  GtkWidget *empty;
  GtkWidget *frameworks;       /* list with the row */
  PzChoiceRow *framework_row;
  PzStandardBrowser *browser;
};

G_DEFINE_FINAL_TYPE (PzStandardPicker, pz_standard_picker, ADW_TYPE_WINDOW)

static guint chosen_signal;

static void read_framework (PzStandardPicker *self,
                            const char       *id);

static gboolean
can_be_shown (const PzFrameworkInfo *info)
{
  return info->problem == NULL && !info->deleted;
}

/* one framework needs no choice */
static void
fill_frameworks (PzStandardPicker *self)
{
  const GPtrArray *infos = self->reading->infos;
  g_autofree const char **values = g_new0 (const char *, infos->len + 1);
  g_autofree const char **labels = g_new0 (const char *, infos->len + 1);
  guint n = 0;

  for (guint i = 0; i < infos->len; i++)
    {
      const PzFrameworkInfo *info = g_ptr_array_index (infos, i);

      if (!can_be_shown (info))
        continue;
      values[n] = info->id;
      labels[n++] = info->title != NULL ? info->title : info->id;
    }
  self->filling = TRUE;
  pz_choice_row_set_choices (self->framework_row, values, labels);
  pz_choice_row_select (self->framework_row, self->framework);
  self->filling = FALSE;
  gtk_widget_set_visible (self->frameworks, n > 1);
}

static void
show_empty (PzStandardPicker *self)
{
  pz_status_show (ADW_STATUS_PAGE (self->empty), "view-list-symbolic", NULL, NULL);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
}

static void
show_standards (PzStandardPicker *self)
{
  guint item;

  g_free (self->framework);
  self->framework = g_strdup (pz_framework_reading_get_info (self->reading)->id);
  fill_frameworks (self);
  pz_standard_browser_set_coverage (self->browser, self->reading->coverage, FALSE);
  pz_standard_browser_set_tree (self->browser, self->reading->tree);
  gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "standards");
  if (pz_standard_tree_find (self->reading->tree, self->chosen, &item))
    pz_standard_browser_select (self->browser, item);
  pz_standard_browser_start_search (self->browser);
}

/* the first time: those that could be shown, in their order */
static void
list_untried (PzStandardPicker *self)
{
  self->untried = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < self->reading->infos->len; i++)
    {
      const PzFrameworkInfo *info = g_ptr_array_index (self->reading->infos, i);

      if (can_be_shown (info))
        g_ptr_array_add (self->untried, g_strdup (info->id));
    }
}

/* the next framework that may have the standard that is chosen; the last one is shown in any case */
static void
go_on (PzStandardPicker *self)
{
  guint item;

  if (self->untried == NULL)
    list_untried (self);
  if (self->reading->tree != NULL
      && (self->chosen == NULL || self->untried->len == 0
          || pz_standard_tree_find (self->reading->tree, self->chosen, &item)))
    {
      g_ptr_array_set_size (self->untried, 0);
      show_standards (self);
    }
  else if (self->untried->len == 0)
    show_empty (self);
  else
    {
      g_autofree char *next = g_ptr_array_steal_index (self->untried, 0);

      read_framework (self, next);
    }
}

static void
let_reading_go (PzStandardPicker *self)
{
  pz_standard_browser_set_tree (self->browser, NULL);
  g_clear_pointer (&self->reading, pz_framework_reading_free);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(PzStandardPicker) self = PZ_STANDARD_PICKER (user_data); /* the reference handed over */
  g_autoptr(GError) error = NULL;
  PzFrameworkReading *reading = pz_classroom_read_framework_finish (PZ_CLASSROOM (source), result, &error);

  self->reading_now = FALSE;
  if (self->classroom == NULL)
    {
      g_clear_pointer (&reading, pz_framework_reading_free);
      return;
    }
  if (reading == NULL)
    {
      pz_status_show (ADW_STATUS_PAGE (self->empty), "dialog-warning-symbolic", _("The frameworks cannot be read"),
                      error->message);
      gtk_stack_set_visible_child_name (GTK_STACK (self->stack), "empty");
      return;
    }
  let_reading_go (self);
  self->reading = reading;
  go_on (self);
}

static void
read_framework (PzStandardPicker *self,
                const char       *id)
{
  self->reading_now = TRUE;
  pz_classroom_read_framework_async (self->classroom, id, self->cancellable, read_cb, g_object_ref (self));
}

static void
framework_chosen_cb (PzStandardPicker *self)
{
  const char *id = pz_choice_row_get_value (self->framework_row);

  if (!self->filling && !self->reading_now && id != NULL && g_strcmp0 (id, self->framework) != 0)
    read_framework (self, id);
}

static void
selected_cb (PzStandardPicker *self,
             guint             item)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "picker.choose", item != PZ_STANDARD_ROOT);
}

static void
choose (PzStandardPicker *self,
        const char       *id)
{
  g_object_ref (self);
  g_signal_emit (self, chosen_signal, 0, id);
  gtk_window_close (GTK_WINDOW (self));
  g_object_unref (self);
}

static void
activated_cb (PzStandardPicker *self,
              guint             item)
{
  g_autofree char *id = g_strdup (pz_record_get_id (pz_standard_tree_get_record (self->reading->tree, item)));

  choose (self, id);
}

static void
choose_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  PzStandardPicker *self = PZ_STANDARD_PICKER (widget);
  guint item = pz_standard_browser_get_selected (self->browser);

  if (item != PZ_STANDARD_ROOT)
    activated_cb (self, item);
}

static void
remove_action (GtkWidget  *widget,
               const char *action,
               GVariant   *parameter)
{
  choose (PZ_STANDARD_PICKER (widget), NULL);
}

static void
pz_standard_picker_dispose (GObject *object)
{
  PzStandardPicker *self = PZ_STANDARD_PICKER (object);

  if (self->cancellable != NULL)
    g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  if (self->reading != NULL)
    let_reading_go (self);
  g_clear_pointer (&self->untried, g_ptr_array_unref);
  g_clear_pointer (&self->chosen, g_free);
  g_clear_pointer (&self->framework, g_free);
  g_clear_object (&self->classroom);
  G_OBJECT_CLASS (pz_standard_picker_parent_class)->dispose (object);
}

static void
pz_standard_picker_class_init (PzStandardPickerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  g_type_ensure (PZ_TYPE_STANDARD_BROWSER);
  G_OBJECT_CLASS (klass)->dispose = pz_standard_picker_dispose;
  chosen_signal = g_signal_new ("chosen", PZ_TYPE_STANDARD_PICKER, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 1,
                                G_TYPE_STRING);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-standard-picker.ui");
  gtk_widget_class_bind_template_child (widget_class, PzStandardPicker, choose_button);
  gtk_widget_class_bind_template_child (widget_class, PzStandardPicker, remove_button);
  gtk_widget_class_bind_template_child (widget_class, PzStandardPicker, stack);
  gtk_widget_class_bind_template_child (widget_class, PzStandardPicker, empty);
  gtk_widget_class_bind_template_child (widget_class, PzStandardPicker, frameworks);
  gtk_widget_class_bind_template_child (widget_class, PzStandardPicker, browser);
  gtk_widget_class_bind_template_callback (widget_class, selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, activated_cb);
  gtk_widget_class_install_action (widget_class, "picker.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "picker.remove", NULL, remove_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Return, GDK_CONTROL_MASK, "picker.choose", NULL);
}

static void
pz_standard_picker_init (PzStandardPicker *self)
{
  GtkWidget *row = pz_choice_row_new_free (C_("standard", "Framework"), C_("standard", "None"));

  gtk_widget_init_template (GTK_WIDGET (self));
  self->cancellable = g_cancellable_new ();
  pz_status_init (ADW_STATUS_PAGE (self->empty));
  self->framework_row = PZ_CHOICE_ROW (row);
  gtk_list_box_append (GTK_LIST_BOX (self->frameworks), row);
  g_signal_connect_object (row, "notify::selected", G_CALLBACK (framework_chosen_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "picker.choose", FALSE);
}

/**
 * pz_standard_picker_new:
 * @parent: (nullable): the window that asks
 * @classroom: whose frameworks
 * @chosen: (nullable): id of the standard that is chosen now
 *
 * Returns: (transfer none): a window that reads the frameworks in a thread; present it
 */
GtkWidget *
pz_standard_picker_new (GtkWindow   *parent,
                        PzClassroom *classroom,
                        const char  *chosen)
{
  PzStandardPicker *self;

  g_return_val_if_fail (parent == NULL || GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom), NULL);

  self = g_object_new (PZ_TYPE_STANDARD_PICKER, "transient-for", parent, NULL);
  self->classroom = g_object_ref (classroom);
  self->chosen = g_strdup (chosen);
  gtk_widget_set_visible (self->remove_button, chosen != NULL);
  read_framework (self, NULL);
  return GTK_WIDGET (self);
}

/**
 * pz_standard_picker_is_ready:
 * @self: the window
 *
 * Returns: whether the files were read
 */
gboolean
pz_standard_picker_is_ready (PzStandardPicker *self)
{
  g_return_val_if_fail (PZ_IS_STANDARD_PICKER (self), FALSE);
  return !self->reading_now;
}

/**
 * pz_standard_picker_get_page:
 * @self: the window
 *
 * Returns: (transfer none): "loading", "empty" or "standards"
 */
const char *
pz_standard_picker_get_page (PzStandardPicker *self)
{
  g_return_val_if_fail (PZ_IS_STANDARD_PICKER (self), NULL);
  return gtk_stack_get_visible_child_name (GTK_STACK (self->stack));
}
