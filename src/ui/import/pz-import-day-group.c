/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-import-day-group.h"

struct _PzImportDayGroup
{
  AdwPreferencesGroup parent_instance;

  PzImportSession *session;
  gboolean updating;

  GtkWidget *day_check;
  GtkWidget *month_check;
};

G_DEFINE_FINAL_TYPE (PzImportDayGroup, pz_import_day_group, ADW_TYPE_PREFERENCES_GROUP)

static void
update (PzImportDayGroup *self)
{
  PzDayOrder order = pz_import_session_get_day_order (self->session);

  self->updating = TRUE;
  gtk_widget_set_visible (GTK_WIDGET (self), pz_import_session_asks_day_order (self->session));
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->day_check), order == PZ_DAY_ORDER_DAY_FIRST);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->month_check), order == PZ_DAY_ORDER_MONTH_FIRST);
  self->updating = FALSE;
}

static void
order_toggled_cb (PzImportDayGroup *self,
                  GtkCheckButton   *check)
{
  if (self->updating || self->session == NULL || !gtk_check_button_get_active (check))
    return;
  pz_import_session_set_day_order (self->session, GTK_WIDGET (check) == self->day_check ? PZ_DAY_ORDER_DAY_FIRST
                                                                                        : PZ_DAY_ORDER_MONTH_FIRST);
}

static void
pz_import_day_group_dispose (GObject *object)
{
  g_clear_object (&PZ_IMPORT_DAY_GROUP (object)->session);
  G_OBJECT_CLASS (pz_import_day_group_parent_class)->dispose (object);
}

static void
pz_import_day_group_class_init (PzImportDayGroupClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_import_day_group_dispose;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-import-day-group.ui");
  gtk_widget_class_bind_template_child (widget_class, PzImportDayGroup, day_check);
  gtk_widget_class_bind_template_child (widget_class, PzImportDayGroup, month_check);
  gtk_widget_class_bind_template_callback (widget_class, order_toggled_cb);
}

static void
pz_import_day_group_init (PzImportDayGroup *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * pz_import_day_group_set_session:
 * @self: the group
 * @session: the import it asks for; once
 *
 * Shows the question when the import has it.
 */
void
pz_import_day_group_set_session (PzImportDayGroup *self,
                                 PzImportSession  *session)
{
  g_return_if_fail (PZ_IS_IMPORT_DAY_GROUP (self) && self->session == NULL);
  g_return_if_fail (PZ_IS_IMPORT_SESSION (session));

  self->session = g_object_ref (session);
  g_signal_connect_object (session, "changed", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
}
