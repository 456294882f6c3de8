/* Personalize: know each learner, plan for all
 * SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pz-group-planner-private.h"

#include "pz-activity-words.h"
#include "pz-compat.h"
#include "pz-group-formation.h"
#include "pz-group-offers.h"
#include "pz-group-presets.h"
#include "pz-group-rules-dialog.h"
#include "pz-wrapping-drop-down.h"

#include <glib/gi18n-lib.h>

G_DEFINE_FINAL_TYPE (PzGroupPlanner, pz_group_planner, GTK_TYPE_BOX)

static PzRecord *
get_owner (PzGroupPlanner *self)
{
  return pz_document_get_owner (self->activity);
}

/* (transfer full): what the activity asks for now */
PzGroupRequest *
pz_group_planner_dup_request (PzGroupPlanner *self)
{
  g_autoptr(PzGroupOrder) order = pz_group_order_of_activity (self->activity,
                                                              pz_activity_words_get_today (self->classroom));

  return pz_group_request_copy (order->request);
}

static void
show_criteria (PzGroupPlanner *self,
               PzGroupRequest *request)
{
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (self->criteria)) != NULL)
    gtk_list_box_remove (GTK_LIST_BOX (self->criteria), row);
  for (guint i = 0; i < request->settings->wishes->len; i++)
    if (!pz_group_wish_is_rule (g_ptr_array_index (request->settings->wishes, i)))
      gtk_list_box_append (GTK_LIST_BOX (self->criteria), pz_group_criterion_row_new (self, request, i));
  gtk_widget_set_visible (self->criteria, gtk_widget_get_first_child (self->criteria) != NULL);
}

static void
show (PzGroupPlanner *self,
      PzGroupRequest *request,
      gboolean        anew)
{
  self->updating = TRUE;
  if (anew)
    show_criteria (self, request);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (self->preset), pz_group_request_get_preset (request));
  pz_group_planner_show_rows (self, request);
  self->updating = FALSE;
}

/* the rows stay when it was one of them that changed something */
static void
update (PzGroupPlanner *self)
{
  g_autoptr(PzGroupRequest) request = pz_group_planner_dup_request (self);
  g_autofree char *text = pz_group_request_to_text (request);
  gboolean anew = g_strcmp0 (text, self->text) != 0;

  if (anew)
    {
      g_free (self->text);
      self->text = g_strdup (text);
    }
  gtk_widget_set_sensitive (GTK_WIDGET (self), !pz_classroom_is_read_only (self->classroom)
                                                   && !pz_record_is_deleted (get_owner (self)));
  show (self, request, anew);
}

/* Asks the activity for it from now on. */
void
pz_group_planner_take (PzGroupPlanner *self,
                       PzGroupRequest *request)
{
  g_autofree char *text = pz_group_request_to_text (request);

  if (g_strcmp0 (text, self->text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text); /* nothing is made anew then */
  pz_record_set_text (get_owner (self), PZ_ACTIVITY_CRITERIA, text);
  pz_classroom_queue_save (self->classroom, C_("undo", "Criteria of groups"));
}

/* the same, with other rows */
static void
take_anew (PzGroupPlanner *self,
           PzGroupRequest *request)
{
  pz_group_planner_take (self, request);
  show (self, request, TRUE);
}

static void
preset_chosen_cb (PzGroupPlanner *self)
{
  guint preset = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->preset));
  g_autoptr(PzGroupRequest) request = NULL;

  if (self->updating || self->activity == NULL || preset >= PZ_N_PRESETS)
    return;
  request = pz_group_planner_dup_request (self);
  pz_group_request_set_preset (request, preset);
  take_anew (self, request);
}

static void
add_cb (GSimpleAction *action,
        GVariant      *parameter,
        gpointer       user_data)
{
  PzGroupPlanner *self = PZ_GROUP_PLANNER (user_data);
  g_autoptr(PzGroupRequest) request = pz_group_planner_dup_request (self);
  const char *name, *value;

  g_variant_get (parameter, "(&s&s)", &name, &value);
  if (pz_group_request_add (request, name, value))
    take_anew (self, request);
}

static void
rules_cb (GSimpleAction *action,
          GVariant      *parameter,
          gpointer       user_data)
{
  PzGroupPlanner *self = PZ_GROUP_PLANNER (user_data);
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));
  PzGroupWishKind kind = g_str_equal (g_variant_get_string (parameter, NULL), "together") ? PZ_WISH_TOGETHER : PZ_WISH_APART;
  GtkWidget *dialog = pz_group_rules_dialog_new (self->classroom, self->activity, kind);

  if (GTK_IS_WINDOW (root))
    gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (root));
  gtk_window_present (GTK_WINDOW (dialog));
}

/* what may be asked for besides */
static void
create_menu_cb (GtkMenuButton *button,
                gpointer       user_data)
{
  PzGroupPlanner *self = PZ_GROUP_PLANNER (user_data);
  g_autoptr(PzGroupRequest) request = pz_group_planner_dup_request (self);
  g_autoptr(GPtrArray) offers = pz_group_request_list_offers (request, pz_classroom_get_document (self->classroom));
  g_autoptr(GMenu) menu = g_menu_new ();

  for (guint i = 0; i < offers->len; i++)
    {
      const PzGroupOffer *offer = offers->pdata[i];
      g_auto(GStrv) pieces = g_strsplit (offer->label, "_", -1);
      g_autofree char *plain = g_strjoinv ("__", pieces); /* a name is no mnemonic */
      g_autoptr(GMenuItem) item = g_menu_item_new (plain, NULL);

      g_menu_item_set_action_and_target_value (item, "planner.add", g_variant_new ("(ss)", offer->name, offer->value));
      g_menu_append_item (menu, item);
    }
  gtk_menu_button_set_popover (button, gtk_popover_menu_new_from_model (G_MENU_MODEL (menu)));
}

static void
changed_cb (PzGroupPlanner *self,
            PzRecord       *record)
{
  if (record == get_owner (self))
    update (self);
}

static void
class_changed_cb (PzGroupPlanner *self,
                  PzRecord       *record)
{
  if (pz_record_get_record_type (record) == PZ_RECORD_GROUPING_RULE)
    update (self);
}

static void
pz_group_planner_dispose (GObject *object)
{
  PzGroupPlanner *self = PZ_GROUP_PLANNER (object);

  g_clear_object (&self->classroom);
  g_clear_object (&self->activity);
  g_clear_object (&self->actions);
  G_OBJECT_CLASS (pz_group_planner_parent_class)->dispose (object);
}

static void
pz_group_planner_finalize (GObject *object)
{
  g_free (PZ_GROUP_PLANNER (object)->text);
  G_OBJECT_CLASS (pz_group_planner_parent_class)->finalize (object);
}

static void
pz_group_planner_class_init (PzGroupPlannerClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = pz_group_planner_dispose;
  G_OBJECT_CLASS (klass)->finalize = pz_group_planner_finalize;
  gtk_widget_class_set_template_from_resource (widget_class, "/org/example/Personalize/pz-group-planner.ui");
  gtk_widget_class_bind_template_child (widget_class, PzGroupPlanner, add_button);
  gtk_widget_class_bind_template_child (widget_class, PzGroupPlanner, preset);
  gtk_widget_class_bind_template_child (widget_class, PzGroupPlanner, criteria);
  gtk_widget_class_bind_template_child (widget_class, PzGroupPlanner, sizes);
  gtk_widget_class_bind_template_child (widget_class, PzGroupPlanner, form_button);
  gtk_widget_class_bind_template_child (widget_class, PzGroupPlanner, shuffle_button);
  gtk_widget_class_bind_template_callback (widget_class, preset_chosen_cb);
}

static void
pz_group_planner_init (PzGroupPlanner *self)
{
  const GActionEntry entries[] = {
    { .name = "add", .activate = add_cb, .parameter_type = "(ss)" },
    { .name = "rules", .activate = rules_cb, .parameter_type = "s" },
  };
  g_autoptr(GtkStringList) presets = gtk_string_list_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->actions = g_simple_action_group_new ();
  g_action_map_add_action_entries (G_ACTION_MAP (self->actions), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (GTK_WIDGET (self), "planner", G_ACTION_GROUP (self->actions));
  for (PzGroupPreset preset = 0; preset <= PZ_PRESET_OWN; preset++)
    gtk_string_list_append (presets, pz_group_preset_get_label (preset));
  self->updating = TRUE;
  gtk_drop_down_set_model (GTK_DROP_DOWN (self->preset), G_LIST_MODEL (presets));
  pz_wrapping_drop_down_set_up (GTK_DROP_DOWN (self->preset));
  self->updating = FALSE;
  gtk_menu_button_set_create_popup_func (GTK_MENU_BUTTON (self->add_button), create_menu_cb, self, NULL);
  pz_group_planner_add_rows (self);
}

/**
 * pz_group_planner_new:
 * @classroom: saves what is changed
 * @activity: the document of an activity
 *
 * Returns: (transfer floating): the planner; it follows the document
 */
GtkWidget *
pz_group_planner_new (PzClassroom *classroom,
                      PzDocument  *activity)
{
  PzGroupPlanner *self;

  g_return_val_if_fail (PZ_IS_CLASSROOM (classroom) && PZ_IS_DOCUMENT (activity), NULL);

  self = g_object_new (PZ_TYPE_GROUP_PLANNER, NULL);
  self->classroom = g_object_ref (classroom);
  self->activity = g_object_ref (activity);
  g_signal_connect_object (activity, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (activity, "reloaded", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (pz_classroom_get_document (classroom), "changed", G_CALLBACK (class_changed_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (classroom, "notify::read-only", G_CALLBACK (update), self, G_CONNECT_SWAPPED);
  update (self);
  return GTK_WIDGET (self);
}

/**
 * pz_group_planner_set_forming:
 * @self: the planner
 * @has_groups: whether there are groups already
 * @forming: whether groups are looked for just now
 *
 * Says what the button does now.
 */
void
pz_group_planner_set_forming (PzGroupPlanner *self,
                              gboolean        has_groups,
                              gboolean        forming)
{
  g_return_if_fail (PZ_IS_GROUP_PLANNER (self));

  gtk_button_set_label (GTK_BUTTON (self->form_button), has_groups ? C_("groups", "_Form Groups Again")
                                                                   : C_("groups", "_Form Groups"));
  gtk_widget_set_visible (self->shuffle_button, has_groups);
}
