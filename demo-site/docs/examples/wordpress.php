<?php
/* Plugin Name: Foyer. Save as wp-content/plugins/foyer.php and activate it. */

const FOYER_ADDRESS = 'https://help.example.com';
const FOYER_SITE = 'shop';
/* The secret is in Foyer’s settings under “Developers”. In wp-config.php: define('FOYER_SECRET', '…');
   Without it, visitors aren’t identified. */

add_action('wp_enqueue_scripts', function () {
    wp_enqueue_script('foyer', FOYER_ADDRESS . '/foyer.js', [], null, ['strategy' => 'async', 'in_footer' => true]);
    $user = wp_get_current_user();
    if (!$user->exists() || !defined('FOYER_SECRET')) return;
    $encode = fn ($part) => rtrim(strtr(base64_encode($part), '+/', '-_'), '=');
    $body = $encode('{"alg":"HS256","typ":"JWT"}') . '.' . $encode(wp_json_encode([
        'sub' => (string) $user->ID,
        'name' => $user->display_name,
        'email' => $user->user_email,
        'aud' => FOYER_SITE,
        'exp' => time() + 3600,
    ]));
    $token = $body . '.' . $encode(hash_hmac('sha256', $body, FOYER_SECRET, true));
    wp_add_inline_script('foyer', 'window.Foyer = window.Foyer || function () { (window.Foyer.q = window.Foyer.q || []).push(arguments); };'
        . 'Foyer("identify", ' . wp_json_encode(['token' => $token]) . ');', 'before');
});

add_filter('wp_script_attributes', function ($attributes) {
    if (($attributes['id'] ?? '') === 'foyer-js') $attributes['data-site'] = FOYER_SITE;
    return $attributes;
});
